package io.fulfillmenthub.amazon;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fulfillmenthub.order.OrderKey;
import io.fulfillmenthub.order.OutgoingRequest;
import io.fulfillmenthub.order.Rehearsal;
import io.fulfillmenthub.order.SendGate;
import io.fulfillmenthub.order.Work;

/** Bean {@code amazonGate}: every changing request passes here, or is noted for a dry run and answered as Amazon would. */
public final class AmazonGate {

    /** Where a document is uploaded to that exists in a dry run only. */
    private static final String NOT_YET = "https://amazon.invalid/document";

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
            gate.pass(() -> request(call));
            return true;
        }
        rehearsal.add(request(call));
        return false;
    }

    /** @return a rehearsed call with what Amazon would answer; what Amazon has yet to give is said in words */
    public AmazonCall answer(AmazonCall call) {
        ObjectNode body = JsonNodeFactory.instance
                .objectNode()
                .put("feedDocumentId", "{id of the new document}")
                .put("url", NOT_YET)
                .put("feedId", "{id of the new feed}");
        return call.withAnswer(new AmazonAnswer(200, body, false, null, null, null));
    }

    private static OutgoingRequest request(AmazonCall call) {
        OrderKey key = call.question() instanceof Work work ? work.key() : null;
        String url = call.url().toString();
        return new OutgoingRequest(
                "amazon",
                key,
                call.operation().id(),
                call.method(),
                NOT_YET.equals(url) ? "{address of the new document}" : url,
                call.payload());
    }
}
