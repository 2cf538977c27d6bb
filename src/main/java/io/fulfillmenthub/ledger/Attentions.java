package io.fulfillmenthub.ledger;

import io.fulfillmenthub.order.Attention;
import io.fulfillmenthub.order.Delivery;
import io.fulfillmenthub.order.DueCancellation;
import io.fulfillmenthub.order.DuePackage;
import io.fulfillmenthub.order.DueShipment;
import io.fulfillmenthub.order.ReasonCode;
import io.fulfillmenthub.order.Slot;
import io.fulfillmenthub.order.UnreadableOrder;
import io.fulfillmenthub.order.Work;
import org.springframework.stereotype.Component;

/** Tells the subscribers of {@code order-attention} that work was parked; their own hand-overs raise none, or it never ended. */
@Component
class Attentions {

    private final Outbox outbox;

    Attentions(Outbox outbox) {
        this.outbox = outbox;
    }

    void raise(Work work, ReasonCode reason, String note) {
        if (!(work instanceof Delivery delivery) || !delivery.slot().equals(Slot.ORDER_ATTENTION.key())) {
            outbox.add(work.key(), Slot.ORDER_ATTENTION, event(work), Attention.of(work, reason, note));
        }
    }

    void raise(UnreadableOrder order) {
        Attention attention = new Attention(
                order.key().accountId(),
                order.key().amazonOrderId(),
                "order",
                ReasonCode.ORDER_UNREADABLE,
                order.message(),
                ReasonCode.ORDER_UNREADABLE.nextStep());
        outbox.add(order.key(), Slot.ORDER_ATTENTION, "unreadable/" + order.lastUpdated(), attention);
    }

    private static String event(Work work) {
        if (work instanceof DuePackage parcel) {
            return "package-" + parcel.packageReferenceId() + "/" + work.attempt();
        }
        if (work instanceof DueCancellation) {
            return "cancellation/" + work.attempt();
        }
        if (work instanceof DueShipment due) {
            return "shipment-" + due.notice().shipmentId() + "/" + work.attempt();
        }
        return work instanceof Delivery delivery
                ? "delivery-" + delivery.id() + "/" + work.attempt()
                : "order/" + work.attempt();
    }
}
