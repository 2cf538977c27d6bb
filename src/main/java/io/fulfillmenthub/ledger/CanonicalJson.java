package io.fulfillmenthub.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fulfillmenthub.order.ReasonCode;
import io.fulfillmenthub.order.RejectedException;
import org.springframework.stereotype.Component;

/** The JSON that subscribers receive: the record's fields after the version of the contract (docs/schema). */
@Component
class CanonicalJson {

    /** Grows only when a field changes its meaning or goes; a new field does not change it. */
    static final int SCHEMA_VERSION = 1;

    private final ObjectMapper json;

    CanonicalJson(ObjectMapper json) {
        this.json = json;
    }

    /** @return the text of an order, a cancellation, a shipment or an attention */
    String write(Object contract) {
        try {
            String fields = json.writeValueAsString(contract).substring(1);
            return "{\"schemaVersion\":" + SCHEMA_VERSION + "," + fields;
        } catch (JsonProcessingException e) {
            e.clearLocation();
            throw new RejectedException(ReasonCode.HUB_ERROR, "The hand-over cannot be written as JSON", e);
        }
    }
}
