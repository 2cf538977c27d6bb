package io.fulfillmenthub.commerce;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.fulfillmenthub.order.CallTrail;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeException;
import org.apache.camel.Headers;
import org.apache.camel.Variable;
import org.apache.camel.component.http.HttpMethods;

/** Bean {@code commerceClient}: what a call looks like on the wire, and what its answer means; the route does the sending. */
public final class CommerceClient {

    /** The variable in which a route puts its question. */
    private static final String HTTP = "commerceHttp";

    private static final String CALL = "commerceCall";

    private static final int LONGEST_WAIT_SECONDS = 3600;

    private final CommerceSettings settings;
    private final Authorisation authorisation;
    private final CommerceFailures failures = new CommerceFailures();
    private final ObjectMapper json = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    CommerceClient(CommerceSettings settings, Authorisation authorisation) {
        this.settings = settings;
        this.authorisation = authorisation;
    }

    /** Puts address, method and authentication on the message. @return what is to be sent as JSON */
    public Object request(@Variable(CALL) CommerceCall call, @Headers Map<String, Object> headers) {
        CommerceUrl url = CommerceUrl.of(settings, call);
        headers.put(Exchange.HTTP_URI, url.bare());
        headers.put(Exchange.HTTP_METHOD, HttpMethods.valueOf(call.method()));
        headers.put("Accept", "application/json");
        if (!url.parameters().isEmpty()) {
            headers.put(Exchange.HTTP_QUERY, url.query());
        }
        if (settings.cloudService()) {
            headers.put("Store", call.store());
        }
        headers.putAll(authorisation.headers(call.method(), url));
        CallTrail.begin("commerce", call.operation());
        return call.content();
    }

    /**
     * Lets only complete JSON of a successful call through.
     *
     * @throws RuntimeException one of the three of package {@code order}, by what the answer means
     */
    public byte[] answer(
            @Variable(HTTP) byte[] body,
            @Variable("header:" + HTTP) Map<String, Object> headers,
            @Variable(CALL) CommerceCall call) {
        int status = (Integer) headers.get(Exchange.HTTP_RESPONSE_CODE);
        CallTrail.end(status, null);
        JsonNode read = read(body).orElse(MissingNode.getInstance());
        if (status >= 200 && status < 300) {
            if (read.isMissingNode() || read.isNull()) {
                throw failures.unreadable(call, status);
            }
            return body;
        }
        if (status == 404 && absent(call, new CommerceMessage(read, call.personal()))) {
            return call.absence().answer().getBytes(StandardCharsets.UTF_8);
        }
        if (status == 401 && authorisation.renew()) {
            throw failures.renewed(call);
        }
        throw failures.refused(call, status, read, seconds(Objects.toString(headers.get("Retry-After"), "")));
    }

    /** Says what a broken connection means. @throws RuntimeException always */
    public void unreachable(@ExchangeException IOException cause, @Variable(CALL) CommerceCall call) {
        CallTrail.end(0, null);
        throw failures.unreachable(call, cause);
    }

    private static boolean absent(CommerceCall call, CommerceMessage message) {
        return call.absence() != null && (call.absence().function() ? !message.absence() : message.absence());
    }

    private Optional<JsonNode> read(byte[] body) {
        if (body == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(json.readTree(body));
        } catch (IOException notJson) {
            return Optional.empty();
        }
    }

    /** The other form of Retry-After, a date, is left to the back-off. */
    private static Duration seconds(String retryAfter) {
        return retryAfter.strip().matches("\\d{1,6}")
                ? Duration.ofSeconds(Math.min(Integer.parseInt(retryAfter.strip()), LONGEST_WAIT_SECONDS))
                : null;
    }
}
