package io.fulfillmenthub.amazon;

import io.fulfillmenthub.order.OrderKey;
import io.fulfillmenthub.order.OutgoingRequest;
import io.fulfillmenthub.order.Rehearsal;
import io.fulfillmenthub.order.SendGate;
import io.fulfillmenthub.order.Work;

/** Bean {@code amazonGate}: every changing request passes here, or is noted for a dry run. */
public final class AmazonGate {

    private final SendGate gate;

    AmazonGate(SendGate gate) {
        this.gate = gate;
    }

    /**
     * Lets a call go out, or notes it for a dry run.
     *
     * @param rehearsal the dry run it belongs to, null in earnest
     * @return whether it is to be sent
     * @throws io.fulfillmenthub.order.WithheldException in read-only mode
     */
    public boolean passes(AmazonCall call, Rehearsal rehearsal) {
        if (!call.operation().changing()) {
            return true;
        }
        if (rehearsal == null) {
            gate.pass(request(call));
            return true;
        }
        rehearsal.add(request(call));
        return false;
    }

    private static OutgoingRequest request(AmazonCall call) {
        OrderKey key = call.question() instanceof Work work ? work.key() : null;
        return new OutgoingRequest(
                "amazon", key, call.operation().id(), call.method(), call.url().toString(), call.payload());
    }
}
