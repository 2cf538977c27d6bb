package io.fulfillmenthub.ledger;

import java.util.List;

/**
 * Whether the hub only reads, why, and what ends it.
 *
 * @param active whether changing requests are recorded instead of sent
 * @param configured whether {@code hub.read-only} says so
 * @param differences where the database belongs to another deployment than the configured one
 * @param remedy what an operator can do, empty when nothing is withheld
 * @param withheld how many requests wait
 */
public record ReadOnlyReport(
        boolean active, boolean configured, List<Difference> differences, String remedy, long withheld) {

    public ReadOnlyReport {
        differences = List.copyOf(differences);
    }

    /**
     * A part of the deployment that is not the one the database belongs to.
     *
     * @param part {@code commerce}, or {@code amazon/<account>}
     * @param stored the base URL the database belongs to
     * @param configured the base URL in the settings
     */
    public record Difference(String part, String stored, String configured) {

        /** @return one sentence */
        @Override
        public String toString() {
            return part + " was " + stored + " and is " + configured;
        }
    }

    /** @return whether the database seems to be a copy */
    public boolean copied() {
        return !differences.isEmpty();
    }
}
