package io.fulfillmenthub.amazon;

import com.fasterxml.jackson.databind.JsonNode;
import io.fulfillmenthub.order.CallTrail;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeException;
import org.apache.camel.Headers;
import org.apache.camel.component.http.HttpMethods;

/** The one place where calls to Amazon meet camel-http: message headers out and in. */
public class AmazonHttp {

    private static final String CLAIMED_AT = "HubClaimedAt";

    private final String userAgent;

    AmazonHttp(AmazonSettings settings) {
        this.userAgent = settings.userAgent();
    }

    /** @return the payload; the headers become those of the call, and the time of the claim */
    public String request(@Body AmazonCall call, @Headers Map<String, Object> headers) {
        CallTrail.begin("amazon", call.operation().id());
        Object claimedAt = headers.get(CLAIMED_AT);
        headers.clear();
        if (claimedAt != null) {
            headers.put(CLAIMED_AT, claimedAt);
        }
        headers.put(Exchange.HTTP_URI, call.url().toString());
        headers.put(Exchange.HTTP_METHOD, HttpMethods.valueOf(call.method()));
        headers.put("Accept", "application/json");
        headers.put("User-Agent", userAgent);
        putIfPresent(headers, Exchange.HTTP_QUERY, call.query());
        putIfPresent(headers, Exchange.CONTENT_TYPE, call.contentType());
        putIfPresent(headers, "x-amz-access-token", call.token());
        return call.payload();
    }

    /** @return whether the body looks like JSON, whatever type its sender claims */
    public boolean json(@Body String body) {
        return body != null && body.stripLeading().startsWith("{");
    }

    /** @return status, body and Amazon's headers */
    public AmazonAnswer answer(@Body Object body, @Headers Map<String, Object> headers) {
        boolean foreign = body instanceof String text && !text.isBlank();
        int status = Integer.parseInt(text(headers, Exchange.HTTP_RESPONSE_CODE).orElseThrow());
        String requestId = text(headers, "x-amzn-RequestId").orElse(null);
        CallTrail.end(status, requestId);
        return new AmazonAnswer(
                status,
                body instanceof JsonNode json ? json : null,
                foreign,
                requestId,
                text(headers, "x-amzn-RateLimit-Limit").orElse(null),
                null);
    }

    /** @return what is known when the answer did not come or cannot be read */
    public AmazonAnswer noAnswer(@ExchangeException IOException error) {
        CallTrail.end(0, null);
        return AmazonAnswer.none(error);
    }

    private static void putIfPresent(Map<String, Object> headers, String name, String value) {
        if (value != null) {
            headers.put(name, value);
        }
    }

    private static Optional<String> text(Map<String, Object> headers, String name) {
        return Optional.ofNullable(headers.get(name)).map(String::valueOf);
    }
}
