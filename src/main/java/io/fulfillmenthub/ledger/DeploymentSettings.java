package io.fulfillmenthub.ledger;

import java.util.Map;
import java.util.TreeMap;

/**
 * What this hub is configured to work with.
 *
 * @param readOnly {@code hub.read-only}
 * @param urls the base URL by part: {@code commerce}, and {@code amazon/<account>} for every account
 */
public record DeploymentSettings(boolean readOnly, Map<String, String> urls) {

    public DeploymentSettings {
        urls = Map.copyOf(urls);
    }

    /** @return the parts in their order */
    Map<String, String> sorted() {
        return new TreeMap<>(urls);
    }
}
