package io.fulfillmenthub.sandbox;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Verifies OAuth 1.0a (RFC 5849) with HMAC-SHA256; a JSON body is not part of what is signed. */
final class CommerceSignature {

    private static final String METHOD = "HMAC-SHA256";

    private static final int REMEMBERED_NONCES = 100_000;

    private final Set<String> usedNonces = Collections.synchronizedSet(Collections.newSetFromMap(new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > REMEMBERED_NONCES;
        }
    }));
    private final CommerceSettings settings;

    CommerceSignature(CommerceSettings settings) {
        this.settings = settings;
    }

    /**
     * @param query the query's parameters, decoded
     * @param header the Authorization header after {@code OAuth}
     * @throws CommerceError 400 for an unsupported or incomplete header, 401 for everything that does not fit
     */
    void verify(String httpMethod, String url, Map<String, String> query, String header) {
        Map<String, String> oauth = parse(header);
        for (String name : new String[] {
            "oauth_consumer_key",
            "oauth_token",
            "oauth_signature_method",
            "oauth_timestamp",
            "oauth_nonce",
            "oauth_signature"
        }) {
            if (oauth.getOrDefault(name, "").isEmpty()) {
                throw CommerceError.badRequest("oauth_problem=parameter_absent&oauth_parameters_absent=" + name);
            }
        }
        if (!oauth.get("oauth_signature_method").equals(METHOD)) {
            throw CommerceError.badRequest("Signature method %1 is not supported", oauth.get("oauth_signature_method"));
        }
        checkCredentials(oauth);
        checkNonce(oauth);
        checkSignature(httpMethod, url, query, oauth);
    }

    private void checkCredentials(Map<String, String> oauth) {
        if (!oauth.get("oauth_consumer_key").equals(settings.consumerKey())) {
            throw CommerceError.unauthenticated("A consumer having the specified key does not exist");
        }
        if (!oauth.get("oauth_token").equals(settings.accessToken())) {
            throw CommerceError.unauthenticated("Specified token does not exist");
        }
    }

    private void checkNonce(Map<String, String> oauth) {
        if (!oauth.get("oauth_timestamp").matches("\\d{1,12}")) {
            throw CommerceError.badRequest("Incorrect timestamp value in the oauth_timestamp parameter");
        }
        if (!usedNonces.add(oauth.get("oauth_timestamp") + "/" + oauth.get("oauth_nonce"))) {
            throw CommerceError.of(401, "The nonce is already being used by the consumer with ID %1", "1");
        }
    }

    private void checkSignature(String httpMethod, String url, Map<String, String> query, Map<String, String> oauth) {
        TreeMap<String, String> signed = new TreeMap<>();
        query.forEach((name, value) -> signed.put(encode(name), encode(value)));
        oauth.forEach((name, value) -> signed.put(encode(name), encode(value)));
        signed.remove("oauth_signature");
        signed.remove("realm");
        String parameters = signed.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining("&"));
        byte[] expected = sign(httpMethod + "&" + encode(url) + "&" + encode(parameters));
        byte[] given = oauth.get("oauth_signature").getBytes(StandardCharsets.UTF_8);
        if (!MessageDigest.isEqual(expected, given)) {
            throw CommerceError.unauthenticated("The signature is invalid. Verify and try again.");
        }
    }

    private byte[] sign(String text) {
        String key = encode(settings.consumerSecret()) + "&" + encode(settings.accessTokenSecret());
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return Base64.getEncoder().encode(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java runtime lacks HmacSHA256", e);
        }
    }

    private static Map<String, String> parse(String header) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String pair : header.split(",")) {
            String[] parts = pair.trim().split("=", 2);
            if (parts.length == 2) {
                String value = parts[1].replaceAll("^\"|\"$", "").replace("+", "%2B");
                values.put(parts[0], URLDecoder.decode(value, StandardCharsets.UTF_8));
            }
        }
        return values;
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }
}
