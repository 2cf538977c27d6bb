package io.fulfillmenthub.sandbox;

/** An operation of the Orders, the Feeds or the Notifications API with its documented default rate (requests per second) and burst. */
enum AmazonOperation {
    SEARCH_ORDERS(0.0056, 20),
    GET_ORDER(0.5, 30),
    CONFIRM_SHIPMENT(2, 10),
    CREATE_FEED_DOCUMENT(0.5, 15),
    CREATE_FEED(0.0083, 15),
    GET_FEEDS(0.0222, 10),
    GET_FEED(2, 15),
    GET_FEED_DOCUMENT(0.0222, 10),
    NOTIFICATIONS(1, 5);

    private final double rate;
    private final int burst;

    AmazonOperation(double rate, int burst) {
        this.rate = rate;
        this.burst = burst;
    }

    double rate() {
        return rate;
    }

    int burst() {
        return burst;
    }
}
