package io.fulfillmenthub.routes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;

class ShipmentReceivedRouteTest {

    private final RouteWorld world = RouteWorld.shared();
    private final String id = RouteWorld.newId();

    @Test
    void keepsAShipmentGivenAsJsonOnce() {
        String notice = notice("R-" + id);

        receive(notice);
        receive(notice);

        assertThat(rows()).hasSize(1);
        assertThat(rows().get(0)).containsEntry("state", "WAITING").containsEntry("shipment_id", "R-" + id);
    }

    @Test
    void keepsNothingOfAListWithAShipmentThatIsNone() {
        Exchange answer = receive("[" + notice("R-" + id) + ",{\"accountId\":\"us\"}]");

        assertThat(answer.getException()).hasMessageContaining("amazonOrderId is missing");
        assertThat(rows()).isEmpty();
    }

    private Exchange receive(String body) {
        return world.camel()
                .createFluentProducerTemplate()
                .to("direct:shipment-received")
                .withBody(body)
                .send();
    }

    private String notice(String shipmentId) {
        return "{\"accountId\":\"us\",\"amazonOrderId\":\"%s\",\"shipmentId\":\"%s\",\"tracks\":[{\"carrier\":\"ups\",\"number\":\"1Z999AA10123456784\"}]}"
                .formatted(id, shipmentId);
    }

    private List<Map<String, Object>> rows() {
        return world.jdbc
                .sql("select * from received_shipments where amazon_order_id = ?")
                .param(id)
                .query()
                .listOfRows();
    }
}
