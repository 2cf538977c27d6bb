package io.fulfillmenthub.sandbox;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Makes tokens that only their maker can read back, and that are still valid after a restart. */
final class AmazonSeal {

    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    AmazonSeal(String secret) {
        this.key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM);
    }

    String seal(String text) {
        return encode(text.getBytes(StandardCharsets.UTF_8)) + "." + fingerprint(text);
    }

    /** @return the sealed text, or empty when the token was not made here */
    Optional<String> open(String token) {
        int dot = token.indexOf('.');
        if (dot < 0 || !token.matches("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+") || dot % 4 == 1) {
            return Optional.empty();
        }
        String text = new String(Base64.getUrlDecoder().decode(token.substring(0, dot)), StandardCharsets.UTF_8);
        return MessageDigest.isEqual(
                        token.substring(dot + 1).getBytes(StandardCharsets.UTF_8),
                        fingerprint(text).getBytes(StandardCharsets.UTF_8))
                ? Optional.of(text)
                : Optional.empty();
    }

    String fingerprint(String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return encode(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no " + ALGORITHM + "; use a standard Java 17", e);
        }
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
