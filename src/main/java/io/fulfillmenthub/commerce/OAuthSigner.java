package io.fulfillmenthub.commerce;

import static io.fulfillmenthub.commerce.CommerceUrl.encode;

import io.fulfillmenthub.commerce.CommerceCall.Parameter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** OAuth 1.0a (RFC 5849) as Commerce wants it: HMAC-SHA256 over the address and the query; the JSON body is not signed. */
final class OAuthSigner {

    private final Supplier<CommerceSettings> settings;
    private final Clock clock;
    private final Supplier<String> nonces;

    /**
     * @param settings with the secrets of the moment
     * @param nonces a new value at every call: Commerce refuses a value it has seen
     */
    OAuthSigner(Supplier<CommerceSettings> settings, Clock clock, Supplier<String> nonces) {
        this.settings = settings;
        this.clock = clock;
        this.nonces = nonces;
    }

    /** @return the Authorization header of one request */
    String sign(String method, CommerceUrl url) {
        CommerceSettings current = settings.get();
        List<Parameter> oauth = List.of(
                new Parameter("oauth_consumer_key", current.consumerKey()),
                new Parameter("oauth_nonce", nonces.get()),
                new Parameter("oauth_signature_method", "HMAC-SHA256"),
                new Parameter("oauth_timestamp", String.valueOf(clock.instant().getEpochSecond())),
                new Parameter("oauth_token", current.accessToken()),
                new Parameter("oauth_version", "1.0"));
        List<Parameter> header = new ArrayList<>(oauth);
        header.add(new Parameter("oauth_signature", signature(current, baseString(method, url, oauth))));
        return header.stream()
                .map(parameter -> parameter.name() + "=\"" + encode(parameter.value()) + "\"")
                .collect(Collectors.joining(",", "OAuth ", ""));
    }

    /** The signature base string: names and values are encoded, then sorted, then encoded again as a whole. */
    static String baseString(String method, CommerceUrl url, List<Parameter> oauth) {
        List<Parameter> all = new ArrayList<>(url.parameters());
        all.addAll(oauth);
        String sorted = all.stream()
                .map(parameter -> encode(parameter.name()) + "=" + encode(parameter.value()))
                .sorted(OAuthSigner::byNameThenValue)
                .collect(Collectors.joining("&"));
        return method.toUpperCase(Locale.ROOT) + "&" + encode(normalised(url.bare())) + "&" + encode(sorted);
    }

    private static int byNameThenValue(String one, String other) {
        String[] first = one.split("=", 2);
        String[] second = other.split("=", 2);
        int byName = first[0].compareTo(second[0]);
        return byName == 0 ? first[1].compareTo(second[1]) : byName;
    }

    /** Scheme and host in lower case, the default port left out (RFC 5849, 3.4.1.2). */
    private static String normalised(String bare) {
        URI uri = URI.create(bare);
        String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        int defaultPort = "https".equals(scheme) ? 443 : 80;
        String port = uri.getPort() < 0 || uri.getPort() == defaultPort ? "" : ":" + uri.getPort();
        return scheme + "://" + uri.getHost().toLowerCase(Locale.ROOT) + port + uri.getRawPath();
    }

    private static String signature(CommerceSettings settings, String baseString) {
        String key = encode(settings.consumerSecret()) + "&" + encode(settings.accessTokenSecret());
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.US_ASCII), "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(baseString.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no HmacSHA256, which every Java must have", e);
        }
    }
}
