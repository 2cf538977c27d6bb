package io.fulfillmenthub.ledger;

import java.util.List;

/**
 * The keys personal data is sealed with.
 *
 * @param all at least one; the first seals, every one opens
 */
public record SealingKeys(List<SealingKey> all) {

    public SealingKeys {
        all = List.copyOf(all);
    }
}
