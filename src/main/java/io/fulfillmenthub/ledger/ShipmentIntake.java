package io.fulfillmenthub.ledger;

import static io.fulfillmenthub.ledger.Columns.time;

import io.fulfillmenthub.order.OrderKey;
import io.fulfillmenthub.order.ParcelSplit;
import io.fulfillmenthub.order.Shipment;
import io.fulfillmenthub.order.ShipmentPage;
import io.fulfillmenthub.order.ShipmentSearch;
import io.fulfillmenthub.order.Track;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * How Commerce's shipments become parcels: each (shipment, track) is allotted its packageReferenceId before Amazon hears of
 * it, and a corrected track edits the same parcel.
 */
@Component("shipmentIntake")
public class ShipmentIntake {

    private static final String ADD = """
            insert into packages (account_id, amazon_order_id, package_reference_id, commerce_shipment_id,
                commerce_track_id, carrier_code, carrier_title, tracking_number, shipped_at, units, state, note, due_at)
            select :account, :order, coalesce(max(package_reference_id), 0) + 1, :shipment, :track, :carrier, :title,
                :number, :shippedAt, :units, case when :skip::text is null then 'PENDING' else 'NOT_SENT' end, :skip,
                case when :skip::text is null then now() end
            from packages where account_id = :account and amazon_order_id = :order""";

    private static final String CORRECT = """
            update packages set carrier_code = :carrier, carrier_title = :title, tracking_number = :number,
                version = version + 1, attempt = attempt + 1, state = 'PENDING', reason = null, note = 'The track was corrected in Commerce',
                attempts = 0, due_at = now(), confirmed_at = null, updated_at = now()
            where commerce_track_id = :track and units <> '{}'
                and (carrier_code, carrier_title, tracking_number) is distinct from (:carrier, :title, :number)""";

    private final JdbcClient jdbc;
    private final ShipmentCursors cursors;

    ShipmentIntake(JdbcClient jdbc, ShipmentCursors cursors) {
        this.jdbc = jdbc;
        this.cursors = cursors;
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
            jdbc.sql(
                            "select commerce_order_id, account_id, amazon_order_id, commerce_items, fulfilled_by, state from orders"
                                    + " where commerce_order_id in (:ids) order by account_id, amazon_order_id for update")
                    .param(
                            "ids",
                            page.shipments().stream()
                                    .map(Shipment::commerceOrderId)
                                    .toList())
                    .query((row, number) -> orders.put(row.getLong(1), ImportedOrder.of(row)))
                    .list();
        }
        return orders;
    }

    private void receive(Shipment shipment, ImportedOrder order) {
        cursors.watch(shipment);
        Map<Long, Map<String, Integer>> known = known(shipment);
        shipment.tracks().stream()
                .filter(track -> known.containsKey(track.id()))
                .forEach(this::correct);
        List<Track> fresh = shipment.tracks().stream()
                .filter(track -> !known.containsKey(track.id()))
                .toList();
        Map<String, Integer> left = ParcelSplit.left(order.unitsOf(shipment), List.copyOf(known.values()));
        List<Map<String, Integer>> parcels = ParcelSplit.deal(left, fresh.size());
        for (int index = 0; index < fresh.size(); index++) {
            add(shipment, order, fresh.get(index), parcels.get(index));
        }
    }

    private Map<Long, Map<String, Integer>> known(Shipment shipment) {
        Map<Long, Map<String, Integer>> known = new HashMap<>();
        jdbc.sql("select commerce_track_id, units from packages where commerce_shipment_id = ?")
                .param(shipment.id())
                .query((row, number) -> known.put(row.getLong(1), Columns.units(row.getString(2))))
                .list();
        return known;
    }

    private void correct(Track track) {
        bind(CORRECT, track).update();
    }

    private void add(Shipment shipment, ImportedOrder order, Track track, Map<String, Integer> units) {
        bind(ADD, track)
                .param("account", order.key().accountId())
                .param("order", order.key().amazonOrderId())
                .param("shipment", shipment.id())
                .param("shippedAt", time(shipment.createdAt()))
                .param("units", Columns.text(units))
                .param("skip", order.whyNotSent(units))
                .update();
    }

    private JdbcClient.StatementSpec bind(String sql, Track track) {
        return jdbc.sql(sql)
                .param("track", track.id())
                .param("carrier", track.carrierCode())
                .param("title", track.title())
                .param("number", track.number());
    }

    private record ImportedOrder(OrderKey key, Map<Long, String> itemIds, boolean byAmazon, String state) {

        static ImportedOrder of(ResultSet row) throws SQLException {
            Map<Long, String> itemIds = new HashMap<>();
            Columns.itemIds(row.getString("commerce_items"))
                    .forEach((amazon, commerce) -> itemIds.put(commerce, amazon));
            return new ImportedOrder(
                    new OrderKey(row.getString("account_id"), row.getString("amazon_order_id")),
                    itemIds,
                    "AMAZON".equals(row.getString("fulfilled_by")),
                    row.getString("state"));
        }

        Map<String, Integer> unitsOf(Shipment shipment) {
            Map<String, Integer> units = new HashMap<>();
            shipment.units().forEach((item, count) -> {
                if (itemIds.containsKey(item)) {
                    units.merge(itemIds.get(item), count, Integer::sum);
                }
            });
            return units;
        }

        String whyNotSent(Map<String, Integer> units) {
            if (byAmazon) {
                return "Amazon ships this order itself";
            }
            if ("CANCELLED".equals(state)) {
                return "Amazon cancelled this order";
            }
            return units.isEmpty() ? "Every unit of the shipment travels in another parcel already" : null;
        }
    }
}
