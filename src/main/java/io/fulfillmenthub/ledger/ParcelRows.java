package io.fulfillmenthub.ledger;

import static io.fulfillmenthub.ledger.Columns.time;

import io.fulfillmenthub.order.AmazonPackage;
import io.fulfillmenthub.order.OrderKey;
import io.fulfillmenthub.order.Shipment;
import io.fulfillmenthub.order.Track;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** The rows of an order's parcels; whoever writes them holds the lock of the order's row. */
@Component
class ParcelRows {

    private static final String ADD = """
            insert into packages (account_id, amazon_order_id, package_reference_id, commerce_shipment_id,
                commerce_track_id, carrier_code, carrier_title, tracking_number, shipped_at, units, transparency_codes,
                state, note, due_at, confirmed_at)
            values (:account, :order, :reference, :shipment, :track, :carrier, :title, :number, :shippedAt, :units, :codes,
                :state, :note, case when :state = 'PENDING' then now() end, case when :state = 'CONFIRMED' then now() end)""";

    private static final String CORRECT = """
            update packages set carrier_code = :carrier, carrier_title = :title, tracking_number = :number,
                updated_at = now(), version = version + 1, attempt = attempt + 1, resent = false, doubted = false,
                sent_at = null,
                state = case when state = 'NOT_SENT' then state else 'PENDING' end,
                due_at = case when state = 'NOT_SENT' then due_at else now() end,
                note = case when state = 'NOT_SENT' then note else 'The track was corrected in Commerce' end,
                reason = null, attempts = 0, confirmed_at = null
            where commerce_track_id = :track
                and (carrier_code, carrier_title, tracking_number) is distinct from (:carrier, :title, :number)""";

    private static final String SHIPPED = """
            update orders o set state = 'SHIPPED', due_at = now(), updated_at = now()
            where account_id = :account and amazon_order_id = :order and state in ('IMPORTED', 'NEEDS_ATTENTION')
                and commerce_order_id is not null and import_started_at is null
                and units <= (select coalesce(sum(units.count::int), 0)
                    from packages p, json_each_text(p.units::json) as units(item, count)
                    where p.account_id = o.account_id and p.amazon_order_id = o.amazon_order_id
                        and p.state = 'CONFIRMED')""";

    private final JdbcClient jdbc;
    private final ParcelNotices notices;

    ParcelRows(JdbcClient jdbc, ParcelNotices notices) {
        this.jdbc = jdbc;
        this.notices = notices;
    }

    /** @return every parcel of the order, by its reference */
    List<Parcel> of(OrderKey key) {
        return jdbc.sql("select " + Parcel.COLUMNS
                        + " from packages where account_id = ? and amazon_order_id = ? order by package_reference_id")
                .params(key.accountId(), key.amazonOrderId())
                .query((row, number) -> Parcel.of(row))
                .list();
    }

    void lockOrder(OrderKey key) {
        jdbc.sql("select 1 from orders where account_id = ? and amazon_order_id = ? for update")
                .params(key.accountId(), key.amazonOrderId())
                .query(Integer.class)
                .list();
    }

    /** An order whose every unit is in a confirmed parcel is shipped. */
    void shipped(OrderKey key) {
        jdbc.sql(SHIPPED).params(identity(key)).update();
    }

    void correct(Track track) {
        bind(CORRECT, track).update();
    }

    void replace(Parcel parcel, Track track) {
        jdbc.sql("update packages set commerce_track_id = ? where commerce_track_id = ?")
                .params(track.id(), parcel.trackId())
                .update();
        correct(track);
    }

    void add(Shipment shipment, ImportedOrder order, Track track, Map<String, Integer> units) {
        String none = units.isEmpty() ? "Every unit of the shipment travels in another parcel already" : null;
        String note = order.whyNotSent().orElse(none);
        bind(ADD, track)
                .params(identity(order.order().key()))
                .param("reference", order.nextReference(of(order.order().key())))
                .param("shipment", shipment.id())
                .param("shippedAt", time(notices.shippedAt(order.order(), track).orElse(shipment.createdAt())))
                .param("units", Columns.text(units))
                .param("codes", notices.codes(order.order(), track, units))
                .param("state", note == null ? "PENDING" : "NOT_SENT")
                .param("note", note)
                .update();
    }

    /** A parcel that Amazon has already: it keeps Amazon's reference, and nothing is sent. */
    void adopt(Shipment shipment, ImportedOrder order, Track track, AmazonPackage shown, List<Parcel> parcels) {
        int reference = ImportedOrder.reference(shown).orElseGet(() -> order.nextReference(parcels));
        bind(ADD, track)
                .params(identity(order.order().key()))
                .param("reference", reference)
                .param("shipment", shipment.id())
                .param("shippedAt", time(shipment.createdAt()))
                .param("units", Columns.text(shown.units()))
                .param("codes", null)
                .param("state", "CONFIRMED")
                .param("note", "It was confirmed in Seller Central; nothing was sent")
                .update();
    }

    private static Map<String, String> identity(OrderKey key) {
        return Map.of("account", key.accountId(), "order", key.amazonOrderId());
    }

    private StatementSpec bind(String sql, Track track) {
        return jdbc.sql(sql)
                .param("track", track.id())
                .param("carrier", track.carrierCode())
                .param("title", track.title())
                .param("number", track.number());
    }
}
