package io.fulfillmenthub;

import io.fulfillmenthub.ledger.Announcements;
import io.fulfillmenthub.order.Slot;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What travels over Kafka, {@code hub.kafka}; the brokers are Camel's own {@code camel.component.kafka.brokers}.
 *
 * @param enabled {@code hub.kafka.enabled}: what the profile kafka sets
 * @param orderTopic {@code hub.kafka.order-topic}: the keys of orders that are due
 * @param eventTopic {@code hub.kafka.event-topic}: what happened to orders
 * @param group {@code hub.kafka.group}: the hubs that share the orders
 * @param partitions {@code hub.kafka.partitions}: of a topic that the hub creates
 * @param patience {@code hub.kafka.patience}: how long an order waits for its message before it is claimed without one
 * @param consumers {@code hub.kafka.consumers}: routes {@code from: direct:<name>} that read the events, each a group of its own
 */
public record KafkaSettings(
        @DefaultValue("false") boolean enabled,
        @DefaultValue("fulfillment-hub.orders") String orderTopic,
        @DefaultValue("fulfillment-hub.order-events") String eventTopic,
        @DefaultValue("fulfillment-hub") String group,
        @DefaultValue("12") int partitions,
        @DefaultValue("PT10S") Duration patience,
        @DefaultValue List<String> consumers) {

    private static final String NAME = "[A-Za-z0-9._-]{1,249}";

    public KafkaSettings {
        require(orderTopic.matches(NAME), "order-topic", "a topic's name such as fulfillment-hub.orders");
        require(eventTopic.matches(NAME), "event-topic", "a topic's name such as fulfillment-hub.order-events");
        require(group.matches(NAME), "group", "a consumer group's name such as fulfillment-hub");
        require(partitions > 0 && partitions <= 1000, "partitions", "a number from 1 to 1000");
        require(patience.compareTo(Duration.ZERO) > 0, "patience", "a duration longer than PT0S, such as PT10S");
        consumers.forEach(name ->
                require(name.matches("[A-Za-z0-9][A-Za-z0-9_-]*"), "consumers", "names of letters, digits and dashes"));
    }

    /** @return who receives what, the stream of events included if there is one */
    Map<Slot, List<String>> receivers(Map<Slot, List<String>> subscribers) {
        Map<Slot, List<String>> all = new EnumMap<>(subscribers);
        if (enabled) {
            all.replaceAll((slot, names) -> slot == Slot.ORDER_RECEIVED || names.contains(Announcements.STREAM)
                    ? names
                    : Stream.concat(names.stream(), Stream.of(Announcements.STREAM))
                            .toList());
        }
        return all;
    }

    private static void require(boolean holds, String key, String remedy) {
        if (!holds) {
            throw new IllegalArgumentException("hub.kafka." + key + " is not usable: give " + remedy);
        }
    }
}
