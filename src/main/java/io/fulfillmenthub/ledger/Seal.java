package io.fulfillmenthub.ledger;

import io.fulfillmenthub.order.ReasonCode;
import io.fulfillmenthub.order.RejectedException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.security.crypto.encrypt.AesBytesEncryptor;
import org.springframework.security.crypto.encrypt.AesBytesEncryptor.CipherAlgorithm;
import org.springframework.security.crypto.encrypt.BytesEncryptor;
import org.springframework.security.crypto.keygen.KeyGenerators;

/** Personal texts sealed with AES-256-GCM (Spring Security Crypto): the first key seals, every key opens. */
public final class Seal {

    private static final String MARK = "sealed:";
    private static final int NONCE_BYTES = 16;

    private final Map<String, BytesEncryptor> ciphers = new LinkedHashMap<>();
    private final String keyId;

    /** @param keys at least one; the first seals */
    public Seal(List<SealingKey> keys) {
        keys.forEach(key -> ciphers.put(
                key.id(),
                new AesBytesEncryptor(
                        new SecretKeySpec(KeyedHash.of(key.secret()).bytes("document"), "AES"),
                        KeyGenerators.secureRandom(NONCE_BYTES),
                        CipherAlgorithm.GCM)));
        keyId = keys.get(0).id();
    }

    /** @return the id of the key that seals */
    public String keyId() {
        return keyId;
    }

    /** @return the text, readable only with the key; null for null */
    public String seal(String text) {
        if (text == null) {
            return null;
        }
        byte[] sealed = ciphers.get(keyId).encrypt(text.getBytes(StandardCharsets.UTF_8));
        return MARK + keyId + ":" + Base64.getEncoder().encodeToString(sealed);
    }

    /**
     * Opens a sealed text; a text that was kept before sealing came is given back as it is.
     *
     * @return the text, null for null
     * @throws RejectedException when its key is not configured, or it was changed
     */
    public String open(String text) {
        if (text == null || !text.startsWith(MARK)) {
            return text;
        }
        int end = text.indexOf(':', MARK.length());
        String id = text.substring(MARK.length(), Math.max(end, MARK.length()));
        BytesEncryptor cipher = ciphers.get(id);
        if (cipher == null) {
            throw new RejectedException(
                    ReasonCode.HUB_ERROR,
                    "The kept order is sealed with the key " + id + ": add it to hub.encryption.keys");
        }
        try {
            return new String(
                    cipher.decrypt(Base64.getDecoder().decode(text.substring(end + 1))), StandardCharsets.UTF_8);
        } catch (IllegalStateException | IllegalArgumentException e) {
            throw new RejectedException(
                    ReasonCode.HUB_ERROR, "The kept order does not open with the key " + id + ": it was changed", e);
        }
    }
}
