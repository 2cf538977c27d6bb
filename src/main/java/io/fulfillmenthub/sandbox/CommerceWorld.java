package io.fulfillmenthub.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Everything the simulated shop knows: orders, their documents, customers, products, stock and mails. It is safe for
 * many threads; changes of one order follow one another. With a directory it is kept in a file between runs.
 */
@Component
@Profile("sandbox")
class CommerceWorld {

    private static final List<String> DOCUMENT_COLUMNS =
            List.of("order_id", "entity_id", "store_id", "increment_id", "created_at", "updated_at");

    final CommerceTable orders;
    final CommerceTable shipments;
    final CommerceTable invoices;
    final CommerceTable creditmemos;
    final CommerceTable customers;
    final CommerceTable products;
    final CommerceMails mails;

    /** Rates that the merchant added to the ones of a new shop, US dollars being 1. */
    final Map<String, BigDecimal> rates = new ConcurrentHashMap<>();

    final CommerceSequences sequences;

    private final Journal journal;
    private final Object[] locks = new Object[256];
    private final Map<String, Integer> numbers = new ConcurrentHashMap<>();
    private final NavigableSet<Integer> open = new ConcurrentSkipListSet<>();

    @Autowired
    CommerceWorld(@Value("${sandbox.directory:}") String directory) {
        this(new Journal(directory.isBlank() ? null : Path.of(directory, "commerce.jsonl")));
    }

    CommerceWorld(Journal journal) {
        this.journal = journal;
        for (int i = 0; i < locks.length; i++) {
            locks[i] = new Object();
        }
        orders = new CommerceTable(
                "order",
                journal,
                List.of(
                        "entity_id",
                        "increment_id",
                        "ext_order_id",
                        "store_id",
                        "state",
                        "status",
                        "created_at",
                        "updated_at",
                        "grand_total"),
                3);
        shipments = new CommerceTable("shipment", journal, DOCUMENT_COLUMNS, 2);
        invoices = new CommerceTable("invoice", journal, DOCUMENT_COLUMNS, 2);
        creditmemos = new CommerceTable("creditmemo", journal, DOCUMENT_COLUMNS, 2);
        customers = new CommerceTable("customer", journal, List.of("email", "id", "website_id"), 2);
        products = new CommerceTable("product", journal, List.of("sku", "id", "name", "price", "status"), 2);
        mails = new CommerceMails(journal);
        sequences = new CommerceSequences(journal);
        orders.rows().forEach(row -> remember(orders.document(row)));
        CommerceCatalogue.fill(products);
    }

    /** @return the lock that changes of this order hold */
    Object lock(int orderId) {
        return locks[Math.floorMod(orderId, locks.length)];
    }

    /** @throws CommerceError 404 when there is none */
    ObjectNode order(int id) {
        return find(id).orElseThrow(CommerceError::missingEntity);
    }

    /** @return the order as it is stored */
    Optional<ObjectNode> find(int orderId) {
        return orders.get(orderId);
    }

    void save(ObjectNode order) {
        order.put("updated_at", CommerceTime.now());
        orders.put(order.path("entity_id").asInt(), order);
        remember(order);
    }

    /**
     * Adds an order. Who is refused because of its number can read the order that has it.
     *
     * @throws CommerceError 400 when another order of the store has this number, in upper or lower case
     */
    void add(ObjectNode order) {
        synchronized (lock(uniqueKey(order).hashCode())) {
            claim(order);
            save(order);
        }
    }

    /** @throws CommerceError 400 when another order of the store has this number, in upper or lower case */
    void claim(ObjectNode order) {
        Integer owner = uniqueKey(order)
                .map(key -> numbers.putIfAbsent(key, order.path("entity_id").asInt()))
                .orElse(null);
        if (owner != null && owner != order.path("entity_id").asInt()) {
            throw CommerceError.badRequest("Unique constraint violation found");
        }
    }

    /** @return the ids of the orders in {@code processing} that have something left to ship, oldest first */
    List<Integer> openOrders() {
        return List.copyOf(open);
    }

    /**
     * Ships part of an order as the shop's warehouse does.
     *
     * @param quantities quantities by order item id; everything that is left when empty
     * @return the shipment's id
     * @throws CommerceError as the REST call does
     */
    int ship(int orderId, Map<Integer, BigDecimal> quantities, List<CommerceTrack> tracks) {
        return new CommerceShipping(this).ship(orderId, quantities, tracks, CommerceShipping.Options.SILENT);
    }

    /** Forgets everything but the initial catalogue. */
    void clear() {
        journal.clear();
        List.of(orders, shipments, invoices, creditmemos, customers, products).forEach(CommerceTable::clear);
        numbers.clear();
        open.clear();
        mails.clear();
        sequences.clear();
        CommerceCatalogue.fill(products);
    }

    private void remember(ObjectNode order) {
        int id = order.path("entity_id").asInt();
        uniqueKey(order).ifPresent(key -> numbers.putIfAbsent(key, id));
        if (order.path("state").asText().equals("processing") && CommerceOrderState.canShip(order)) {
            open.add(id);
        } else {
            open.remove(id);
        }
    }

    private static Optional<String> uniqueKey(ObjectNode order) {
        return order.has("store_id") && order.has("increment_id")
                ? Optional.of(order.path("store_id").asInt() + "/"
                        + order.path("increment_id").asText().toLowerCase(Locale.ROOT))
                : Optional.empty();
    }
}
