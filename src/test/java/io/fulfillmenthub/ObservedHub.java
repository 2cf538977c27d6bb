package io.fulfillmenthub;

import static io.fulfillmenthub.Shop.track;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fulfillmenthub.sandbox.AmazonOrders;
import io.fulfillmenthub.sandbox.AmazonWorld;
import java.time.Duration;
import org.awaitility.Awaitility;

/** A hub with subscribers through which an order went both ways, and what it shows of itself afterwards. */
final class ObservedHub {

    private static Scrape scrape;

    private ObservedHub() {}

    static Hub hub() {
        return new Hub(CustomHub.shared().world().hubUrl());
    }

    /** @return one scrape of this JVM's hub, in which everything has been measured once */
    static synchronized Scrape scrape() {
        if (scrape == null) {
            sendAnOrderBothWays();
            // latencies are read every 15 seconds
            scrape = Awaitility.await()
                    .atMost(Duration.ofSeconds(40))
                    .pollInterval(Duration.ofMillis(500))
                    .until(() -> new Scrape(hub().text("/actuator/prometheus")), ObservedHub::measured);
        }
        return scrape;
    }

    private static boolean measured(Scrape seen) {
        return seen.value("hub_import_latency_seconds{quantile=\"0.5\"}") >= 0
                && seen.value("hub_shipment_latency_seconds{quantile=\"0.5\"}") >= 0;
    }

    private static void sendAnOrderBothWays() {
        HubWorld world = CustomHub.shared().world();
        Shop shop = new Shop(world.sandbox().baseUrl());
        ObjectNode order = AmazonOrders.seeded(8801)
                .in("ATVPDKIKX0DER")
                .status("UNSHIPPED")
                .fulfilledBy("MERCHANT")
                .lines(1)
                .next();
        ((ObjectNode) order.path("orderItems").get(0).path("product")).put("sellerSku", "GADGET-2");
        world.sandbox().bean(AmazonWorld.class).place(order);
        String id = order.path("orderId").asText();
        hub().await("us", id, "IMPORTED");
        shop.ship(shop.order(id).path("entity_id").asLong(), "", track("ups", "UPS", "1Z999AA10123456784"));
        hub().await("us", id, "COMPLETED");
    }
}
