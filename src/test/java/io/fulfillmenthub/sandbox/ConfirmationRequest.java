package io.fulfillmenthub.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Requests that confirm the shipment of the first two lines of an order. */
final class ConfirmationRequest {

    private ConfirmationRequest() {}

    static ObjectNode of(JsonNode order, String reference, int ofFirst, int ofSecond) {
        ObjectNode request = SandboxCaller.JSON.createObjectNode().put("marketplaceId", "ATVPDKIKX0DER");
        ObjectNode detail = request.putObject("packageDetail")
                .put("packageReferenceId", reference)
                .put("carrierCode", "UPS")
                .put("trackingNumber", "TRACK-" + reference)
                .put("shipDate", "2026-03-01T12:00:00.000Z");
        var items = detail.putArray("orderItems");
        int[] quantities = {ofFirst, ofSecond};
        for (int i = 0; i < quantities.length; i++) {
            if (quantities[i] > 0) {
                items.addObject()
                        .put(
                                "orderItemId",
                                order.path("orderItems")
                                        .path(i)
                                        .path("orderItemId")
                                        .asText())
                        .put("quantity", quantities[i]);
            }
        }
        return request;
    }

    static ObjectNode detail(ObjectNode request) {
        return (ObjectNode) request.path("packageDetail");
    }

    static void assertRefused(SandboxCaller.Answer answer, String message) {
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.error()).contains(message);
        assertThat(answer.json().path("errors").path(0).path("code").asText()).isEqualTo("InvalidInput");
    }
}
