package io.fulfillmenthub.ledger;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA256 with one key; not for several threads at once. */
final class KeyedHash {

    private static final String ALGORITHM = "HmacSHA256";
    private final Mac mac;

    private KeyedHash(byte[] key) {
        try {
            mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java knows no " + ALGORITHM, e);
        }
    }

    static KeyedHash of(String secret) {
        return new KeyedHash(secret.getBytes(StandardCharsets.UTF_8));
    }

    static KeyedHash of(byte[] key) {
        return new KeyedHash(key);
    }

    byte[] bytes(String text) {
        return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    }

    String hex(String text) {
        return HexFormat.of().formatHex(bytes(text), 0, 16);
    }
}
