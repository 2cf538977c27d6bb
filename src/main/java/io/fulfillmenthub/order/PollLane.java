package io.fulfillmenthub.order;

/** The names of what is polled or may be down, as the ledger and the health of the hub call them. */
public final class PollLane {

    /** Commerce's shipments. */
    public static final String SHIPMENTS = "commerce-shipments";

    private PollLane() {}

    /** @return the second look at the last days' orders of one seller account */
    public static String sweep(String accountId) {
        return "amazon-sweep/" + accountId;
    }

    /** @return the orders of one seller account */
    public static String orders(String accountId) {
        return "amazon-orders/" + accountId;
    }
}
