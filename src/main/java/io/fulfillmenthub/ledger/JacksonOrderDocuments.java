package io.fulfillmenthub.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fulfillmenthub.order.Order;
import io.fulfillmenthub.order.ReasonCode;
import io.fulfillmenthub.order.RejectedException;
import io.fulfillmenthub.order.ShipmentNotice;
import org.springframework.stereotype.Component;

/** Orders as JSON, in the form that subscribers receive, and sealed for the ledger. */
@Component
class JacksonOrderDocuments implements OrderDocuments {

    private final ObjectMapper json;
    private final Seal seal;

    JacksonOrderDocuments(ObjectMapper json, Seal seal) {
        this.json = json;
        this.seal = seal;
    }

    @Override
    public String seal(Order order) {
        return seal.seal(write(order));
    }

    @Override
    public String write(Order order) {
        try {
            return json.writeValueAsString(order);
        } catch (JsonProcessingException e) {
            e.clearLocation();
            throw new RejectedException(ReasonCode.HUB_ERROR, "The order cannot be written as JSON", e);
        }
    }

    @Override
    public Order read(String document) {
        try {
            return json.readValue(seal.open(document), Order.class);
        } catch (JsonProcessingException e) {
            throw new RejectedException(ReasonCode.HUB_ERROR, "The kept order cannot be read: " + place(e));
        }
    }

    @Override
    public ShipmentNotice readNotice(String document) {
        try {
            return json.readValue(document, ShipmentNotice.class);
        } catch (JsonProcessingException e) {
            throw new RejectedException(ReasonCode.HUB_ERROR, "The kept shipment cannot be read: " + place(e));
        }
    }

    private static String place(JsonProcessingException e) {
        return e.getLocation() == null
                ? "its JSON is broken"
                : "its JSON is broken at character " + e.getLocation().getCharOffset();
    }
}
