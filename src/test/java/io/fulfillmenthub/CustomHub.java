package io.fulfillmenthub;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.component.mock.MockEndpoint;

/** A hub with routes of a user's own: each subscriber ends in a mock of its name, which a test can make answer or fail. */
final class CustomHub {

    private static final String[] SLOTS = {
        "order-received: gate",
        "order-imported: recorder",
        "order-imported: broken",
        "order-imported: slow",
        "order-cancelled: recorder",
        "shipment-confirmed: recorder",
        "order-attention: alarm"
    };

    private static CustomHub shared;

    private final HubWorld world;

    private CustomHub(HubWorld world) {
        this.world = world;
    }

    /** The one such hub of this JVM; never closed. */
    static synchronized CustomHub shared() {
        if (shared == null) {
            shared = new CustomHub(HubWorld.start(settings()));
        }
        return shared;
    }

    HubWorld world() {
        return world;
    }

    MockEndpoint mock(String subscriber) {
        return world.bean(CamelContext.class).getEndpoint("mock:" + subscriber, MockEndpoint.class);
    }

    /** Lets a subscriber behave so for the orders whose HubOrderId ends with one id, and well for all others. */
    void onOrder(String subscriber, String amazonOrderId, Processor behaviour) {
        mock(subscriber).whenAnyExchangeReceived(exchange -> {
            if (order(exchange).endsWith(amazonOrderId)) {
                behaviour.process(exchange);
            }
        });
    }

    /** How many messages about the order the subscriber got. */
    long count(String subscriber, String amazonOrderId, String slot) {
        return mock(subscriber).getReceivedExchanges().stream()
                .filter(exchange -> order(exchange).endsWith(amazonOrderId))
                .filter(exchange -> slot.equals(exchange.getIn().getHeader("HubSlot")))
                .count();
    }

    static String order(Exchange exchange) {
        return exchange.getIn().getHeader("HubOrderId", String.class);
    }

    private static Map<String, Object> settings() {
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("hub.custom-routes", routes());
        settings.put("hub.retry.max-attempts", 2);
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (String slot : SLOTS) {
            String name = slot.split(": ")[0];
            int index = counts.merge(name, 1, Integer::sum) - 1;
            settings.put("hub.subscribers." + name + "[" + index + "]", slot.split(": ")[1]);
        }
        return settings;
    }

    private static Path routes() {
        try {
            Path folder = Files.createTempDirectory("custom-routes");
            for (String name : new String[] {"gate", "recorder", "broken", "slow", "alarm"}) {
                Files.writeString(folder.resolve(name + ".camel.yaml"), """
                        # A subscriber of a test.
                        - route:
                            id: %1$s
                            description: Ends in a mock
                            from:
                              uri: direct:%1$s
                              steps:
                                - to:
                                    uri: mock:%1$s
                        """.formatted(name));
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
