package io.fulfillmenthub.commerce;

import io.fulfillmenthub.commerce.CommerceCall.Parameter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A request's address.
 *
 * @param bare without the query
 * @param parameters the query, not encoded
 */
record CommerceUrl(String bare, List<Parameter> parameters) {

    /** Builds the address of a call: {@code /rest/{store}/V1/…}, or {@code /V1/…} in Adobe's cloud service. */
    static CommerceUrl of(CommerceSettings settings, CommerceCall call) {
        String scope = settings.cloudService() ? "" : "/rest/" + encode(call.store());
        return new CommerceUrl(settings.baseUrl() + scope + call.path(), call.query());
    }

    /** @return the encoded query, empty without parameters */
    String query() {
        return parameters.stream()
                .map(parameter -> encode(parameter.name()) + "=" + encode(parameter.value()))
                .collect(Collectors.joining("&"));
    }

    /** Percent-encodes everything but RFC 3986's unreserved characters, as OAuth wants it (RFC 5849, 3.6). */
    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }
}
