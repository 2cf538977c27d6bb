package io.fulfillmenthub.ledger;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * Buyers findable without being readable: keyed hashes of every two and three neighbouring letters of a name, in lower case,
 * and of the whole e-mail. Hashes of names are cut to 20 bits, so that what they find has to be opened and compared.
 */
public final class BuyerIndex {

    private static final int SHORTEST = 2;
    private static final int LONGEST = 3;
    private static final int CUT = 12;

    private final List<byte[]> keys;

    /** @param keys the keys of {@link Seal}, in the same order */
    public BuyerIndex(List<SealingKey> keys) {
        this.keys = keys.stream()
                .map(key -> KeyedHash.of(key.secret()).bytes("search"))
                .toList();
    }

    /** @return the hashes to keep with a name, null for null */
    Integer[] grams(String name) {
        if (name == null) {
            return null;
        }
        Set<Integer> grams = new TreeSet<>();
        for (int size = SHORTEST; size <= LONGEST; size++) {
            grams.addAll(hashes(keys.get(0), name, size));
        }
        return grams.toArray(Integer[]::new);
    }

    /** @return what every name with this part in it has among its hashes, per key; empty when the part is too short */
    List<Integer[]> searches(String part) {
        int size = Math.min(LONGEST, part.length());
        return size < SHORTEST
                ? List.of()
                : keys.stream()
                        .map(key -> hashes(key, part, size).toArray(Integer[]::new))
                        .toList();
    }

    /** @return the hash to keep with an e-mail, null for null */
    String emailToken(String email) {
        return email == null ? null : emailTokens(email).get(0);
    }

    /** @return the hashes of an e-mail, per key */
    List<String> emailTokens(String email) {
        return keys.stream()
                .map(key -> KeyedHash.of(key).hex("email " + plain(email)))
                .toList();
    }

    /** @return the text as it is compared: without surrounding blanks, in lower case */
    static String plain(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }

    private static Set<Integer> hashes(byte[] key, String text, int size) {
        KeyedHash hash = KeyedHash.of(key);
        String lower = text.toLowerCase(Locale.ROOT);
        Set<Integer> hashes = new TreeSet<>();
        for (int start = 0; start + size <= lower.length(); start++) {
            hashes.add(ByteBuffer.wrap(hash.bytes(lower.substring(start, start + size)))
                            .getInt()
                    >>> CUT);
        }
        return hashes;
    }
}
