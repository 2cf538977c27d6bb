package io.fulfillmenthub;

import ch.qos.logback.classic.spi.ILoggingEvent;
import io.fulfillmenthub.order.OrderKey;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.boot.json.JsonWriter;
import org.springframework.boot.logging.structured.StructuredLoggingJsonMembersCustomizer;

/** Structured log lines name the order they are about in members of their own: {@code hub.account} and {@code hub.order}. */
public class OrderInLogs implements StructuredLoggingJsonMembersCustomizer<ILoggingEvent> {

    @Override
    public void customize(JsonWriter.Members<ILoggingEvent> members) {
        members.add(
                        "hub.account",
                        event -> order(event).map(OrderKey::accountId).orElse(null))
                .whenNotNull();
        members.add(
                        "hub.order",
                        event -> order(event).map(OrderKey::amazonOrderId).orElse(null))
                .whenNotNull();
    }

    private static Optional<OrderKey> order(ILoggingEvent event) {
        return event.getArgumentArray() == null
                ? Optional.empty()
                : Arrays.stream(event.getArgumentArray())
                        .filter(OrderKey.class::isInstance)
                        .map(OrderKey.class::cast)
                        .findFirst();
    }
}
