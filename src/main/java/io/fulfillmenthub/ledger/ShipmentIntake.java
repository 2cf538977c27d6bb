package io.fulfillmenthub.ledger;

import io.fulfillmenthub.order.AmazonPackage;
import io.fulfillmenthub.order.AmazonStatus;
import io.fulfillmenthub.order.Order;
import io.fulfillmenthub.order.ParcelSplit;
import io.fulfillmenthub.order.Shipment;
import io.fulfillmenthub.order.ShipmentPage;
import io.fulfillmenthub.order.ShipmentSearch;
import io.fulfillmenthub.order.SplitRule;
import io.fulfillmenthub.order.Track;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * How Commerce's shipments become parcels: each (shipment, track) is allotted its packageReferenceId before Amazon hears of
 * it, a corrected track edits the same parcel, and no unit travels twice, whatever shipments Commerce holds.
 */
@Component("shipmentIntake")
public class ShipmentIntake {

    private static final String ORDERS = """
            select commerce_order_id, commerce_items, state, document from orders
            where commerce_order_id in (:ids) order by account_id, amazon_order_id for update""";

    private final JdbcClient jdbc;
    private final OrderDocuments documents;
    private final ParcelRows rows;
    private final ShipmentCursors cursors;
    private final SplitRule split;

    ShipmentIntake(
            JdbcClient jdbc,
            OrderDocuments documents,
            ParcelRows rows,
            ShipmentCursors cursors,
            LedgerSettings settings) {
        this.jdbc = jdbc;
        this.documents = documents;
        this.rows = rows;
        this.cursors = cursors;
        this.split = settings.split();
    }

    /**
     * Takes in one page of shipments, in one transaction with the cursor.
     *
     * @return the question for the next page, closed after the last one
     */
    @Transactional
    public ShipmentSearch receive(ShipmentPage page) {
        Map<Long, ImportedOrder> orders = lockOrders(page);
        for (Shipment shipment : page.shipments()) {
            if (orders.containsKey(shipment.commerceOrderId())) {
                receive(shipment, orders.get(shipment.commerceOrderId()));
            }
        }
        return cursors.advance(page);
    }

    private Map<Long, ImportedOrder> lockOrders(ShipmentPage page) {
        Map<Long, ImportedOrder> orders = new HashMap<>();
        if (!page.shipments().isEmpty()) {
            List<Long> ids =
                    page.shipments().stream().map(Shipment::commerceOrderId).toList();
            jdbc.sql(ORDERS)
                    .param("ids", ids)
                    .query((row, number) -> orders.put(row.getLong(1), imported(row)))
                    .list();
        }
        return orders;
    }

    private ImportedOrder imported(ResultSet row) throws SQLException {
        Map<Long, String> itemIds = new HashMap<>();
        Columns.itemIds(row.getString(2)).forEach((amazon, commerce) -> itemIds.put(commerce, amazon));
        Order order = documents.read(row.getString(4));
        boolean cancelled = order.status() == AmazonStatus.CANCELLED || "CANCELLED".equals(row.getString(3));
        return new ImportedOrder(order, itemIds, cancelled);
    }

    private void receive(Shipment shipment, ImportedOrder order) {
        cursors.watch(shipment);
        List<Parcel> parcels = rows.of(order.order().key());
        List<Track> fresh = new ArrayList<>();
        for (Track track : shipment.tracks()) {
            if (parcels.stream().anyMatch(parcel -> parcel.has(track))) {
                rows.correct(track);
            } else {
                fresh.add(track);
            }
        }
        replace(shipment, parcels, fresh);
        if (!fresh.isEmpty()) {
            add(shipment, order, fresh);
        }
    }

    /** Commerce's admin has no way to correct a track but to delete it and to add another: that takes over the parcel. */
    private void replace(Shipment shipment, List<Parcel> parcels, List<Track> fresh) {
        Iterator<Track> next = fresh.iterator();
        for (Parcel parcel : parcels) {
            boolean gone = parcel.shipmentId() == shipment.id()
                    && !parcel.units().isEmpty()
                    && shipment.tracks().stream().noneMatch(parcel::has);
            if (gone && next.hasNext()) {
                Track track = next.next();
                next.remove();
                rows.replace(parcel, track);
            }
        }
    }

    private void add(Shipment shipment, ImportedOrder order, List<Track> fresh) {
        List<Map<String, Integer>> before = rows.of(order.order().key()).stream()
                .filter(parcel -> parcel.shipmentId() == shipment.id())
                .map(Parcel::units)
                .toList();
        Map<String, Integer> left = ParcelSplit.left(order.unitsOf(shipment), before);
        for (Track track : List.copyOf(fresh)) {
            List<Parcel> parcels = rows.of(order.order().key());
            Optional<AmazonPackage> known = order.knownAtAmazon(track, parcels);
            if (known.isPresent()) {
                rows.adopt(shipment, order, track, known.get(), parcels);
                left = ParcelSplit.left(left, List.of(known.get().units()));
                fresh.remove(track);
            }
        }
        List<Parcel> parcels = rows.of(order.order().key());
        List<Map<String, Integer>> dealt = split.split(ParcelSplit.atMost(left, order.open(parcels)), fresh.size());
        for (int index = 0; index < fresh.size(); index++) {
            rows.add(shipment, order, fresh.get(index), dealt.get(index));
        }
    }
}
