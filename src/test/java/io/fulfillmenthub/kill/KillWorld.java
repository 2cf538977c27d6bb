package io.fulfillmenthub.kill;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fulfillmenthub.HubWorld;
import io.fulfillmenthub.Shop;
import io.fulfillmenthub.privacy.PrivacyWatch;
import io.fulfillmenthub.sandbox.AmazonFeeds;
import io.fulfillmenthub.sandbox.AmazonOrders;
import io.fulfillmenthub.sandbox.AmazonQuotas;
import io.fulfillmenthub.sandbox.AmazonWorld;
import io.fulfillmenthub.sandbox.Faults;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;

/** Hubs in processes of their own on one database; outside worlds, database and barriers are in this JVM and survive them. */
final class KillWorld implements AutoCloseable {

    static final Duration PATIENCE = Duration.ofSeconds(240);

    /** A number that UPS could have given. */
    static final String TRACK = "1Z999AA10123456784";

    private static final AtomicInteger WORLDS = new AtomicInteger();
    private static final AtomicInteger SEEDS = new AtomicInteger(40_000);

    final Barriers barriers;
    final Erp erp = new Erp();
    final AmazonWorld amazon;
    final AmazonFeeds feeds;
    final Faults faults;
    final AmazonQuotas quotas;
    final Shop shop;

    private final HubWorld world;
    private final Path folder;
    private final Map<String, HubProcess> hubs = new LinkedHashMap<>();
    private final Set<Path> logs = new LinkedHashSet<>();
    private int kills;

    /** @param more settings beyond those that make recovery quick */
    KillWorld(Map<String, Object> more) {
        this(more, Map.of());
    }

    /** @param outside settings of the sandbox */
    KillWorld(Map<String, Object> more, Map<String, Object> outside) {
        folder = folder();
        erp.writeRoute(folder);
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("spring.quartz.scheduler-name", "kill-" + WORLDS.incrementAndGet());
        settings.put("spring.main.banner-mode", "off");
        settings.put("camel.component.http.response-timeout", 6000);
        settings.put("camel.component.http.so-timeout", 6000);
        settings.put("hub.lease", "PT10S");
        settings.put("hub.retry.uncertain-wait", "PT3S");
        settings.put("hub.retry.max-attempts", 40);
        settings.put("hub.orders.customer-creation", "account");
        settings.put("hub.orders.status", "amazon_unshipped");
        settings.put("hub.custom-routes", folder);
        settings.put("hub.subscribers.order-imported[0]", "kill-erp");
        settings.putAll(more);
        world = HubWorld.prepare(settings, outside);
        barriers = new Barriers(world.databaseUrl());
        amazon = world.sandbox().bean(AmazonWorld.class);
        feeds = world.sandbox().bean(AmazonFeeds.class);
        faults = world.sandbox().bean(Faults.class);
        quotas = world.sandbox().bean(AmazonQuotas.class);
        shop = new Shop(world.sandbox().baseUrl());
    }

    void start(String name, String... flags) {
        String url = "--spring.datasource.url=" + world.databaseUrl() + "&ApplicationName=" + name;
        String[] arguments = Arrays.stream(world.arguments())
                .map(argument -> argument.startsWith("--spring.datasource.url=") ? url : argument)
                .toArray(String[]::new);
        logs.add(log(name));
        hubs.put(name, HubProcess.start(name, arguments, log(name), flags));
    }

    /** Kills a hub by SIGKILL. */
    void kill(String name) {
        hubs.remove(name).kill();
        kills++;
    }

    List<String> running() {
        return List.copyOf(hubs.keySet());
    }

    HubProcess hub(String name) {
        return hubs.get(name);
    }

    int kills() {
        return kills;
    }

    Path log(String name) {
        return folder.resolve(name + ".log");
    }

    ObjectNode order() {
        return order(1);
    }

    /** @return an order that Amazon does not show yet, of a buyer whom Commerce accepts as a customer */
    ObjectNode order(int lines) {
        ObjectNode order = AmazonOrders.seeded(SEEDS.incrementAndGet())
                .in("ATVPDKIKX0DER")
                .status("UNSHIPPED")
                .fulfilledBy("MERCHANT")
                .lines(lines)
                .next();
        order.withObject("/buyer").put("buyerName", "Ada Example");
        order.withObject("/recipient/deliveryAddress").put("name", "Ada Example");
        return order;
    }

    /** Ships everything of an order in one parcel. */
    void ship(String amazonOrderId) {
        String track = Shop.track("ups", "UPS", TRACK);
        long commerceOrder = barriers.ledger()
                .sql("select commerce_order_id from orders where amazon_order_id = ?")
                .param(amazonOrderId)
                .query(Long.class)
                .single();
        shop.ship(commerceOrder, "", track);
    }

    /** Notes the merchant's wish to cancel as the API does; Amazon's quota for feeds would make each round wait for minutes. */
    void withdraw(String amazonOrderId) {
        barriers.ledger()
                .sql("insert into cancellations (account_id, amazon_order_id, cancel_reason, asked_by)"
                        + " values ('us', ?, 'NO_INVENTORY', 'kill-matrix')")
                .param(amazonOrderId)
                .update();
        barriers.ledger()
                .sql("update quota_buckets set tokens = burst where operation like '%feed%'")
                .update();
    }

    /** Lays a warehouse's shipment of everything of an order into the folder that the hubs read. */
    void handOver(String amazonOrderId) {
        String notice = """
                {"accountId": "us", "amazonOrderId": "%1$s", "shipmentId": "%1$s",
                 "tracks": [{"carrier": "ups", "title": "UPS", "number": "%2$s"}]}
                """.formatted(amazonOrderId, TRACK);
        try {
            Files.writeString(world.dropFolder().resolve(amazonOrderId + ".json"), notice);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until every order came to the end of its way, and nothing of them is left to be delivered or confirmed. */
    void awaitEnd(List<String> orders, Way way) {
        Awaitility.await(way + " " + orders)
                .atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> open(orders, way) == 0);
    }

    /** @return how many of the orders are not yet where they should be */
    long open(List<String> orders, Way way) {
        return orders.size()
                - barriers.ledger()
                        .sql("select count(*) from orders o where amazon_order_id in (:orders) and state = :state"
                                + " and locked_until <= now() and "
                                + way.settled
                                + " and not exists (select 1 from deliveries d where d.amazon_order_id = o.amazon_order_id"
                                + " and d.state <> 'DELIVERED')"
                                + " and not exists (select 1 from packages p where p.amazon_order_id = o.amazon_order_id"
                                + " and p.state <> 'CONFIRMED')"
                                + " and not exists (select 1 from received_shipments r"
                                + " where r.amazon_order_id = o.amazon_order_id and r.state <> 'CREATED')")
                        .param("orders", orders)
                        .param("state", way.end)
                        .query(Long.class)
                        .single();
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("kill-world");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        running().forEach(name -> hubs.remove(name).kill());
        logs.forEach(PrivacyWatch::look);
        faults.clear();
        barriers.close();
        erp.close();
        world.close();
    }
}
