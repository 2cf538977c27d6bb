package io.fulfillmenthub.commerce;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fulfillmenthub.order.OutgoingRequest;
import io.fulfillmenthub.order.Rehearsal;
import io.fulfillmenthub.order.SendGate;
import java.nio.charset.StandardCharsets;

/** Bean {@code commerceGate}: every changing request passes here, or is noted and answered as Commerce would. */
public final class CommerceGate {

    /** The id that an order has which exists in a dry run only. */
    private static final String NOT_YET = "/0/";

    private final CommerceSettings settings;
    private final SendGate gate;
    private final ObjectMapper json = new ObjectMapper();

    CommerceGate(CommerceSettings settings, SendGate gate) {
        this.settings = settings;
        this.gate = gate;
    }

    /**
     * Lets a call go out, or notes it for a dry run.
     *
     * @param rehearsal the dry run it belongs to, null in earnest
     * @return whether it is to be sent
     * @throws io.fulfillmenthub.order.WithheldException in read-only mode
     */
    public boolean passes(CommerceCall call, Rehearsal rehearsal) {
        boolean aboutNothing = rehearsal != null && call.path().contains(NOT_YET);
        if (!call.changing()) {
            return !aboutNothing;
        }
        if (rehearsal == null) {
            gate.pass(() -> request(call));
            return true;
        }
        rehearsal.add(request(call));
        return false;
    }

    /** @return what Commerce would answer to a rehearsed call; ids it has yet to give are 0 */
    public byte[] answer(CommerceCall call, Rehearsal rehearsal) {
        String text =
                switch (call.operation()) {
                    case CommerceOrders.CREATE -> created(call);
                    case CommerceCustomers.CREATE -> "{\"id\":0}";
                    case CommerceOrders.CANCEL -> "true";
                    case CommerceOrders.GET_STATUS -> status(rehearsal.last());
                    default -> "0";
                };
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private String created(CommerceCall call) {
        JsonNode entity = json.valueToTree(call.content()).path("entity");
        ((ObjectNode) entity).put("entity_id", 0);
        return entity.toString();
    }

    /** The status that the request before would have set. */
    private String status(OutgoingRequest before) {
        try {
            return json.readTree(before.content()).at("/statusHistory/status").toString();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The content of " + before.operation() + " is no JSON", e);
        }
    }

    private OutgoingRequest request(CommerceCall call) {
        String url = CommerceUrl.of(settings, call).bare().replace(NOT_YET, "/{id of the new order}/");
        return new OutgoingRequest("commerce", call.order(), call.operation(), call.method(), url, content(call));
    }

    private String content(CommerceCall call) {
        try {
            return json.writeValueAsString(call.content());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The content of " + call.operation() + " cannot be written as JSON", e);
        }
    }
}
