package io.fulfillmenthub.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Amazon's side of the world: the orders of all marketplaces and the shipment confirmations it accepted. */
@Component
@Profile("sandbox")
public class AmazonWorld {

    private static final String ORDER = "order";
    private static final String CONFIRMATION = "confirmation";

    private final Journal journal;
    private final Clock clock;
    private final Map<String, Entry> byId = new HashMap<>();
    private final TreeMap<Position, Entry> byUpdate = new TreeMap<>();
    private final Map<String, List<JsonNode>> confirmations = new HashMap<>();

    AmazonWorld(SandboxSettings settings, ObjectProvider<Clock> clock) {
        this.journal = settings.journal("amazon.jsonl");
        this.clock = clock.getIfUnique(Clock::systemUTC);
        journal.read(ORDER).values().forEach(order -> index(Entry.of((ObjectNode) order)));
        journal.read(CONFIRMATION).values().forEach(this::remember);
    }

    /** Receives an order, created now unless it says when; one of the same id is replaced. */
    public synchronized ObjectNode place(ObjectNode order) {
        for (String field : List.of("orderId", "salesChannel", "orderItems")) {
            if (!order.has(field)) {
                throw new IllegalArgumentException("An Amazon order needs the field " + field);
            }
        }
        ObjectNode placed = order.deepCopy();
        if (!placed.has("createdTime")) {
            placed.put("createdTime", now().toString());
        }
        return store(placed);
    }

    /** Changes an order; what the change throws is thrown on and leaves the order as it was. */
    public synchronized ObjectNode update(String orderId, Consumer<ObjectNode> change) {
        ObjectNode order = known(orderId).document().deepCopy();
        change.accept(order);
        return store(order);
    }

    /** Verifies the payment of a pending order, which makes it unshipped. */
    public ObjectNode verify(String orderId) {
        return update(orderId, AmazonChange::verify);
    }

    /** Cancels an order in the buyer's name. */
    public ObjectNode cancel(String orderId) {
        return update(orderId, AmazonChange::cancel);
    }

    /** Ships an order from Amazon's own warehouse. */
    public ObjectNode fulfilByAmazon(String orderId) {
        return update(orderId, AmazonChange::fulfilByAmazon);
    }

    /** @return a copy of the whole order, whatever callers may see of it */
    public synchronized Optional<ObjectNode> find(String orderId) {
        return Optional.ofNullable(byId.get(orderId))
                .map(entry -> entry.document().deepCopy());
    }

    /** @return copies of all orders, the least recently updated first */
    public synchronized List<ObjectNode> orders() {
        return byUpdate.values().stream()
                .map(entry -> entry.document().deepCopy())
                .toList();
    }

    /** @return every confirmShipment request that was answered 204 for an order, oldest first */
    public synchronized List<JsonNode> confirmations(String orderId) {
        return List.copyOf(confirmations.getOrDefault(orderId, List.of()));
    }

    /** Forgets all orders and confirmations. */
    public synchronized void clear() {
        journal.clear();
        byId.clear();
        byUpdate.clear();
        confirmations.clear();
    }

    synchronized void confirmed(String orderId, ObjectNode request) {
        ObjectNode kept = request.objectNode().put("orderId", orderId).set("request", request);
        remember(journal.write(
                CONFIRMATION, orderId + "#" + confirmations(orderId).size(), kept));
    }

    synchronized Optional<ObjectNode> peek(String orderId) {
        return Optional.ofNullable(byId.get(orderId)).map(Entry::document);
    }

    /** @return at most that many entries behind a position that pass, the least recently updated first */
    synchronized List<Entry> behind(Position position, Predicate<Entry> filter, int most) {
        return byUpdate.tailMap(position, false).values().stream()
                .filter(filter)
                .limit(most)
                .toList();
    }

    synchronized int size() {
        return byId.size();
    }

    private ObjectNode store(ObjectNode order) {
        return keep(order.put("lastUpdatedTime", now().toString()));
    }

    /** Stores an order as it is, with the time of its last update: one in the past is an order that Amazon lists late. */
    public synchronized ObjectNode keep(ObjectNode order) {
        Entry entry = Entry.of(order);
        String orderId = entry.position().orderId();
        index(entry.keeping((ObjectNode) journal.write(ORDER, orderId, order)));
        return order;
    }

    private void index(Entry entry) {
        Entry before = byId.put(entry.position().orderId(), entry);
        if (before != null) {
            byUpdate.remove(before.position());
        }
        byUpdate.put(entry.position(), entry);
    }

    private void remember(JsonNode confirmation) {
        confirmations
                .computeIfAbsent(confirmation.path("orderId").asText(), orderId -> new ArrayList<>())
                .add(confirmation.path("request"));
    }

    private Entry known(String orderId) {
        return Optional.ofNullable(byId.get(orderId))
                .orElseThrow(() -> new IllegalArgumentException("The sandbox has no Amazon order " + orderId));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** Where an order stands in the order of updates. */
    record Position(Instant updated, String orderId) implements Comparable<Position> {

        @Override
        public int compareTo(Position other) {
            int byTime = updated.compareTo(other.updated);
            return byTime != 0 ? byTime : orderId.compareTo(other.orderId);
        }
    }

    /** An order that is not changed any more, with the times that searches ask for. */
    record Entry(Position position, Instant created, ObjectNode document) {

        private static Entry of(ObjectNode order) {
            return new Entry(
                    new Position(
                            time(order, "lastUpdatedTime"),
                            order.path("orderId").asText()),
                    time(order, "createdTime"),
                    order);
        }

        private Entry keeping(ObjectNode copy) {
            return new Entry(position, created, copy);
        }

        private static Instant time(ObjectNode order, String field) {
            try {
                return OffsetDateTime.parse(order.path(field).asText()).toInstant();
            } catch (DateTimeException e) {
                throw new IllegalArgumentException(field + " must be a date and time in ISO 8601 format", e);
            }
        }
    }
}
