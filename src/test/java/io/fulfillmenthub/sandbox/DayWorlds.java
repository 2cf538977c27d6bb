package io.fulfillmenthub.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/** Both worlds without a web server, a clock that a test moves, and an import as simple as can be in the hub's place. */
final class DayWorlds {

    static final Duration PACE = Duration.ofSeconds(3);

    final MovableClock clock = new MovableClock();
    final AmazonWorld amazon;
    final CommerceWorld commerce;
    private final CommerceOrderIntake intake;

    /** @param directory where the worlds are kept, or null for memory only */
    DayWorlds(Path directory) {
        amazon = new AmazonWorld(
                new SandboxSettings(
                        directory,
                        new SandboxSettings.Amazon(
                                Duration.ZERO,
                                Duration.ofHours(1),
                                List.of(),
                                List.of(),
                                List.of(),
                                SandboxSettings.Quotas.OFF,
                                1)),
                provider());
        commerce = new CommerceWorld(directory == null ? "" : directory.toString());
        CommerceSettings settings = new CommerceSettings(
                "token", "secret", "restricted", "key", "secret", true, "admin", "password", List.of(), List.of());
        intake = new CommerceOrderIntake(commerce, settings, new CommerceDirectory());
    }

    Day day(int limit) {
        return new Day(new DaySettings(true, PACE, limit, 7L), amazon, commerce, provider());
    }

    void run(Day day, int steps) {
        for (int i = 0; i < steps; i++) {
            clock.move(PACE);
            day.step();
        }
    }

    /** Brings an Amazon order into the shop, line by line. */
    int bring(ObjectNode bought) {
        ObjectNode order = CommerceOrders.order()
                .put("ext_order_id", bought.path("orderId").asText());
        JsonNode template = CommerceOrders.item(order).deepCopy();
        ArrayNode items = order.putArray("items");
        for (JsonNode line : bought.path("orderItems")) {
            items.add(((ObjectNode) template.deepCopy())
                    .put("sku", line.path("product").path("sellerSku").asText())
                    .put("qty_ordered", line.path("quantityOrdered").asInt()));
        }
        return intake.save(order).path("entity_id").asInt();
    }

    /** Places and brings an order of which becomes what is wanted. */
    int bring(DayFate fate, int lines) {
        AmazonOrders orders = AmazonOrders.seeded(3).at(clock.instant()).lines(lines);
        ObjectNode order = orders.next();
        while (DayFate.of(order.path("orderId").asText()) != fate) {
            order = orders.next();
        }
        return bring(amazon.place(order));
    }

    List<ObjectNode> shipments(int order) {
        return commerce.shipments.all("order_id", String.valueOf(order));
    }

    static BigDecimal units(ObjectNode shipment) {
        return CommerceAmounts.of(shipment, "total_qty");
    }

    private ObjectProvider<Clock> provider() {
        return new StaticListableBeanFactory(Map.of("clock", clock)).getBeanProvider(Clock.class);
    }
}
