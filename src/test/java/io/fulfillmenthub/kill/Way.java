package io.fulfillmenthub.kill;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fulfillmenthub.SellerCentral;
import java.math.BigDecimal;
import java.util.List;

/** What happens to an order once it is in Commerce, and how the ledger shows that all of it is done. */
enum Way {
    /** Nothing more. */
    IMPORT("IMPORTED"),
    /** Amazon cancels it. */
    CANCEL("CANCELLED"),
    /** The merchant cancels it: Amazon is told by a feed. */
    WITHDRAW(
            "CANCELLED",
            "exists (select 1 from cancellations c where c.amazon_order_id = o.amazon_order_id and c.state = 'DONE')"),
    /** The buyer asks to cancel it. */
    HOLD("IMPORTED", "o.hold = 'HELD'"),
    /** The buyer asked, and no longer does. */
    RELEASE("IMPORTED", "o.hold = 'NONE' and o.holds = 1"),
    /** Amazon takes one of two lines out. */
    REDUCE(
            "IMPORTED",
            "exists (select 1 from history h where h.amazon_order_id = o.amazon_order_id and h.event = 'REDUCED')"),
    /** The merchant ships it in Commerce. */
    SHIP("COMPLETED"),
    /** The merchant ships it, and Amazon at first drops the parcel. */
    RESEND("COMPLETED"),
    /** A warehouse hands its shipment to the hub. */
    RECEIVE("COMPLETED"),
    /** The merchant ships it in Seller Central. */
    SELLER_CENTRAL("COMPLETED");

    final String end;
    final String settled;

    Way(String end) {
        this(end, "true");
    }

    /**
     * @param end the order's last state
     * @param settled what holds of its row {@code o} as well, in SQL
     */
    Way(String end, String settled) {
        this.end = end;
        this.settled = settled;
    }

    boolean shipped() {
        return end.equals(SHIP.end);
    }

    /** Prepares an order that is in Commerce, before the hub is stopped anywhere. */
    void prepare(KillWorld world, String id) {
        if (this == RELEASE) {
            world.amazon.update(id, Way::askToCancel);
            world.awaitEnd(List.of(id), HOLD);
        }
    }

    void go(KillWorld world, String id) {
        switch (this) {
            case IMPORT -> {}
            case CANCEL -> world.amazon.cancel(id);
            case WITHDRAW -> world.withdraw(id);
            case HOLD -> world.amazon.update(id, Way::askToCancel);
            case RELEASE -> world.amazon.update(id, order -> item(order).remove("cancellation"));
            case REDUCE -> world.amazon.update(id, Way::takeOut);
            case SHIP, RESEND -> world.ship(id);
            case RECEIVE -> world.handOver(id);
            case SELLER_CENTRAL -> world.amazon.update(id, order -> SellerCentral.ship(order, KillWorld.TRACK));
        }
    }

    private static void askToCancel(ObjectNode order) {
        item(order).putObject("cancellation").putObject("cancellationRequest").put("requester", "BUYER");
    }

    private static void takeOut(ObjectNode order) {
        item(order).put("quantityOrdered", 0);
        ObjectNode total = (ObjectNode) order.path("proceeds").path("grandTotal");
        BigDecimal less = new BigDecimal(total.path("amount").asText()).subtract(new BigDecimal("1.01"));
        total.put("amount", less.toPlainString());
    }

    private static ObjectNode item(ObjectNode order) {
        return (ObjectNode) order.path("orderItems").get(0);
    }
}
