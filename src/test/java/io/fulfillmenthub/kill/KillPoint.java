package io.fulfillmenthub.kill;

import io.fulfillmenthub.sandbox.Fault.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * A moment of a step at which a hub is killed.
 *
 * @param step the step's name in the table
 * @param moment the moment's name in the table
 * @param way which way of an order reaches it
 * @param means how the hub is stopped there
 * @param place the remote operation, the recorded point, or nothing for the subscriber
 * @param kind what happens to the remote call, null for the other means
 */
record KillPoint(String step, String moment, Way way, Means means, String place, Kind kind) {

    /** A call to a side that does not answer, a statement that is rolled back or committed, a subscriber that waits. */
    enum Means {
        AMAZON,
        COMMERCE,
        ROLLED_BACK,
        COMMITTED,
        SUBSCRIBER
    }

    /** @return whether a call of a poll is stopped, which belongs to no claimed work */
    boolean poll() {
        return place.equals("search-orders") || place.equals("shipment-search");
    }

    /** @return whether only a fresh hub makes the call, because the answer is kept */
    boolean cached() {
        return List.of("store-configs", "region-list", "product-search").contains(place);
    }

    boolean remote() {
        return means == Means.AMAZON || means == Means.COMMERCE;
    }

    boolean barrier() {
        return means == Means.ROLLED_BACK || means == Means.COMMITTED;
    }

    /** @return every point of an installation that invoices on import */
    static List<KillPoint> all() {
        List<KillPoint> all = new ArrayList<>();
        read(all, "order search", Way.IMPORT, Means.AMAZON, "search-orders");
        recorded(all, "order intake", Way.IMPORT, "intake");
        read(all, "store look-up", Way.IMPORT, Means.COMMERCE, "store-configs");
        read(all, "region look-up", Way.IMPORT, Means.COMMERCE, "region-list");
        read(all, "product look-up", Way.IMPORT, Means.COMMERCE, "product-search");
        read(all, "stock check", Way.IMPORT, Means.COMMERCE, "stock-check");
        read(all, "customer look-up", Way.IMPORT, Means.COMMERCE, "customer-search");
        change(all, "customer create", Way.IMPORT, Means.COMMERCE, "customer-create");
        recorded(all, "intent to create", Way.IMPORT, "importing");
        change(all, "order create", Way.IMPORT, Means.COMMERCE, "order-create");
        change(all, "invoice create", Way.IMPORT, Means.COMMERCE, "invoice-create");
        change(all, "status comment", Way.IMPORT, Means.COMMERCE, "order-comment");
        recorded(all, "imported", Way.IMPORT, "imported");
        recorded(all, "import effect done", Way.IMPORT, "import-done");
        all.add(new KillPoint("subscriber", "received, unanswered", Way.IMPORT, Means.SUBSCRIBER, "", null));
        recorded(all, "subscriber effect done", Way.IMPORT, "subscriber-kill-erp-done");
        recorded(all, "delivered", Way.IMPORT, "delivered");
        read(all, "order read before refund", Way.CANCEL, Means.COMMERCE, "order-get");
        change(all, "refund", Way.CANCEL, Means.COMMERCE, "order-refund");
        recorded(all, "cancelled", Way.CANCEL, "cancelled");
        recorded(all, "intent to hold", Way.HOLD, "begun");
        change(all, "hold", Way.HOLD, Means.COMMERCE, "order-hold");
        change(all, "hold explained", Way.HOLD, Means.COMMERCE, "order-comment");
        recorded(all, "on hold", Way.HOLD, "held");
        change(all, "release", Way.RELEASE, Means.COMMERCE, "order-unhold");
        recorded(all, "released", Way.RELEASE, "none");
        change(all, "refund of a line", Way.REDUCE, Means.COMMERCE, "order-refund");
        read(all, "feed document", Way.WITHDRAW, Means.AMAZON, "create-feed-document");
        recorded(all, "intent to submit a feed", Way.WITHDRAW, "feed-begun");
        change(all, "feed", Way.WITHDRAW, Means.AMAZON, "create-feed");
        recorded(all, "feed submitted", Way.WITHDRAW, "feed-submitted");
        recorded(all, "feed effect done", Way.WITHDRAW, "cancel-done");
        read(all, "feed followed", Way.WITHDRAW, Means.AMAZON, "get-feed");
        recorded(all, "feed accepted", Way.WITHDRAW, "feed-done");
        read(all, "shipment search", Way.SHIP, Means.COMMERCE, "shipment-search");
        recorded(all, "parcel", Way.SHIP, "parcel");
        change(all, "confirm shipment", Way.SHIP, Means.AMAZON, "confirm-shipment");
        recorded(all, "sent", Way.SHIP, "sent");
        recorded(all, "confirm effect done", Way.SHIP, "confirm-done");
        read(all, "read back", Way.SHIP, Means.AMAZON, "get-order");
        recorded(all, "confirmed", Way.SHIP, "confirmed");
        read(all, "completion", Way.SHIP, Means.COMMERCE, "order-get");
        recorded(all, "completed", Way.SHIP, "completed");
        recorded(all, "dropped parcel sent again", Way.RESEND, "resent");
        change(all, "confirm again", Way.RESEND, Means.AMAZON, "confirm-shipment");
        recorded(all, "shipment handed over", Way.RECEIVE, "notice");
        change(all, "shipment create", Way.RECEIVE, Means.COMMERCE, "shipment-create");
        recorded(all, "shipment created", Way.RECEIVE, "created");
        recorded(all, "shipment effect done", Way.RECEIVE, "ship-done");
        recorded(all, "shipment check", Way.RECEIVE, "check");
        recorded(all, "Seller Central's parcel", Way.SELLER_CENTRAL, "notice");
        change(all, "Seller Central's shipment", Way.SELLER_CENTRAL, Means.COMMERCE, "shipment-create");
        return all;
    }

    /** @return the points that only an installation without invoices has */
    static List<KillPoint> withoutInvoice() {
        List<KillPoint> all = new ArrayList<>();
        change(all, "order cancel", Way.CANCEL, Means.COMMERCE, "order-cancel");
        return all;
    }

    private static void read(List<KillPoint> all, String step, Way way, Means side, String operation) {
        all.add(new KillPoint(step, "asked, not answered", way, side, operation, Kind.HANG));
        all.add(new KillPoint(step, "answer lost", way, side, operation, Kind.HANG_AFTER));
    }

    private static void change(List<KillPoint> all, String step, Way way, Means side, String operation) {
        all.add(new KillPoint(step, "sent, never executed", way, side, operation, Kind.HANG));
        all.add(new KillPoint(step, "sent, executed after the kill", way, side, operation, Kind.HOLD));
        all.add(new KillPoint(step, "executed, unanswered", way, side, operation, Kind.HANG_AFTER));
    }

    private static void recorded(List<KillPoint> all, String step, Way way, String point) {
        all.add(new KillPoint(step, "unrecorded", way, Means.ROLLED_BACK, point, null));
        all.add(new KillPoint(step, "recorded, hub unaware", way, Means.COMMITTED, point, null));
    }
}
