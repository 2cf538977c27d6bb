package io.fulfillmenthub;

import java.util.List;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How personal data is kept, {@code hub.encryption}.
 *
 * @param keys {@code hub.encryption.keys}: the first seals, every one opens; none: a key is made in the data directory
 */
public record EncryptionSettings(@DefaultValue List<Key> keys) {

    private static final int SHORTEST_SECRET = 32;

    public EncryptionSettings {
        keys = List.copyOf(keys);
        for (int i = 0; i < keys.size(); i++) {
            keys.get(i).check("hub.encryption.keys[" + i + "].");
        }
        if (keys.stream().map(Key::id).distinct().count() < keys.size()) {
            throw new IllegalArgumentException("hub.encryption.keys[].id is there twice: give every key its own");
        }
    }

    /**
     * One key.
     *
     * @param id its name
     * @param secret what it is derived from
     */
    public record Key(String id, String secret) {

        private void check(String prefix) {
            if (id == null || !id.matches("[A-Za-z0-9._-]{1,40}")) {
                throw new IllegalArgumentException(
                        prefix + "id is not usable: give up to 40 letters, digits, dots, dashes or underscores");
            }
            if (secret == null || secret.strip().length() < SHORTEST_SECRET) {
                throw new IllegalArgumentException(prefix + "secret is not usable: give at least " + SHORTEST_SECRET
                        + " random characters, such as the output of openssl rand -base64 32");
            }
        }

        /** @return the name without the secret */
        @Override
        public String toString() {
            return "Key[" + id + "]";
        }
    }
}
