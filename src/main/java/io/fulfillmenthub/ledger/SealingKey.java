package io.fulfillmenthub.ledger;

/**
 * A key that personal data is sealed with.
 *
 * @param id its name, which stands in front of every sealed text
 * @param secret what the key is derived from, at least 32 characters that nobody can guess
 */
public record SealingKey(String id, String secret) {

    /** @return the name without the secret */
    @Override
    public String toString() {
        return "SealingKey[" + id + "]";
    }
}
