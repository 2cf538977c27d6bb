package io.fulfillmenthub.order;

/**
 * A confirmed parcel and the order as Amazon shows it afterwards: a 204 alone proves nothing.
 *
 * @param sent the parcel
 * @param shown the order read back
 */
public record PackageProof(DuePackage sent, Order shown) {

    /** @return whether Amazon shows the parcel with its tracking number */
    public boolean holds() {
        return sent.shownOn(shown);
    }
}
