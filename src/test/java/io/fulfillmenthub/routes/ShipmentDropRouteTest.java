package io.fulfillmenthub.routes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ShipmentDropRouteTest {

    private final RouteWorld world = RouteWorld.shared();
    private final String id = RouteWorld.newId();

    @Test
    void takesInAFile() throws IOException {
        Files.writeString(world.dropFolder.resolve(id + ".json"), """
                {"accountId":"us","amazonOrderId":"%s","shipmentId":"D-%s","tracks":[{"number":"PX-1"}]}""".formatted(id, id));

        RouteWorld.patiently().until(() -> kept() == 1);
    }

    @Test
    void setsAFileAsideWithTheReasonAndKeepsNothingOfIt() throws IOException {
        Files.writeString(world.dropFolder.resolve(id + ".csv"), "shipmentId,amazonOrderId\nS1," + id + "\n");

        Path reason = world.dropFolder.resolve("failed/" + id + ".csv.error.txt");
        RouteWorld.patiently().until(() -> Files.exists(world.dropFolder.resolve("failed/" + id + ".csv")));
        assertThat(reason).content().startsWith("accountId is missing");
        assertThat(kept()).isZero();
    }

    private int kept() {
        return world.jdbc
                .sql("select count(*) from received_shipments where amazon_order_id = ?")
                .param(id)
                .query(Integer.class)
                .single();
    }
}
