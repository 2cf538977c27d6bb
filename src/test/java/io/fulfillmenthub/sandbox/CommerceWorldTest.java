package io.fulfillmenthub.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommerceWorldTest {

    private static final CommerceSettings SETTINGS = new CommerceSettings(
            "token", "secret", "restricted", "key", "secret", true, "admin", "password", List.of(), List.of());

    private final CommerceWorld world = new CommerceWorld(new Journal(null));

    @Test
    void createsOneOfEightOrdersThatComeAtOnceWithTheSameNumber() throws InterruptedException, ExecutionException {
        CommerceOrderIntake intake = intake(world);
        List<Callable<Integer>> calls = IntStream.range(0, 8)
                .mapToObj(i -> (Callable<Integer>) () -> tryCreate(intake))
                .toList();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            int created = 0;
            for (Future<Integer> outcome : threads.invokeAll(calls)) {
                created += outcome.get();
            }
            assertThat(created).isOne();
            assertThat(world.orders.find("increment_id", "same")).hasSize(1);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void knowsWhichOrdersHaveSomethingLeftToShip() {
        int id = create(world);
        int item = item(id);

        int shipment = world.ship(id, Map.of(item, BigDecimal.ONE), List.of(new CommerceTrack("1Z999", "ups", "UPS")));
        assertThat(world.openOrders()).containsExactly(id);
        assertThat(world.shipments
                        .get(shipment)
                        .orElseThrow()
                        .path("tracks")
                        .path(0)
                        .path("track_number")
                        .asText())
                .isEqualTo("1Z999");

        world.ship(id, Map.of(), List.of());
        assertThat(world.openOrders()).isEmpty();
    }

    @Test
    void reservesNothingForAnOrderButFreesWhatItShipsOrCancels() {
        CommerceStock stock = new CommerceStock(world.products);
        int shipped = create(world);
        assertThat(stock.salable("WIDGET-RED-1")).isEqualByComparingTo("1000");

        world.ship(shipped, Map.of(), List.of());

        assertThat(stock.source("WIDGET-RED-1")).isEqualByComparingTo("998");
        assertThat(stock.salable("WIDGET-RED-1")).isEqualByComparingTo("1000");
    }

    @Test
    void findsEverythingAgainAfterARestart(@TempDir Path directory) {
        CommerceWorld first = new CommerceWorld(directory.toString());
        int id = create(first);
        first.ship(id, Map.of(), List.of(new CommerceTrack("T1", "ups", "UPS")));
        first.mails.send("customer");

        CommerceWorld second = new CommerceWorld(directory.toString());

        assertThat(second.find(id)).isEqualTo(first.find(id));
        assertThat(second.shipments.find("order_id", String.valueOf(id))).hasSize(1);
        assertThat(second.mails.counts()).isEqualTo(first.mails.counts());
        assertThat(create(second)).isGreaterThan(id);
        assertThat(new CommerceStock(second.products).source("WIDGET-RED-1")).isEqualByComparingTo("998");
    }

    @Test
    void forgetsEverythingButTheCatalogue() {
        create(world);

        world.clear();

        assertThat(world.orders.rows()).isEmpty();
        assertThat(world.openOrders()).isEmpty();
        assertThat(world.products.rows()).hasSize(4);
    }

    private int item(int order) {
        return world.find(order)
                .orElseThrow()
                .path("items")
                .path(0)
                .path("item_id")
                .asInt();
    }

    private static int tryCreate(CommerceOrderIntake intake) {
        try {
            intake.save(CommerceOrders.order().put("increment_id", "Same"));
            return 1;
        } catch (CommerceError e) {
            assertThat(e.getMessage()).isEqualTo("Unique constraint violation found");
            return 0;
        }
    }

    private static int create(CommerceWorld world) {
        ObjectNode order = CommerceOrders.order();
        JsonNode created = intake(world).save(order);
        return created.path("entity_id").asInt();
    }

    private static CommerceOrderIntake intake(CommerceWorld world) {
        return new CommerceOrderIntake(world, SETTINGS, new CommerceDirectory());
    }
}
