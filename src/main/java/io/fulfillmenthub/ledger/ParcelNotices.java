package io.fulfillmenthub.ledger;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fulfillmenthub.order.Order;
import io.fulfillmenthub.order.OrderLine;
import io.fulfillmenthub.order.ShipmentNotice;
import io.fulfillmenthub.order.Track;
import io.fulfillmenthub.order.TrackingNumber;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What came with the notice of a shipment that the hub was handed, and Commerce has no place for: the codes of Amazon's
 * Transparency program, and when the parcel left.
 */
@Component
class ParcelNotices {

    private final JdbcClient jdbc;
    private final OrderDocuments documents;

    ParcelNotices(JdbcClient jdbc, OrderDocuments documents) {
        this.jdbc = jdbc;
        this.documents = documents;
    }

    /** @return codes by Amazon order item id as JSON, one a unit and none twice; null without any */
    String codes(Order order, Track track, Map<String, Integer> units) {
        List<ShipmentNotice> notices = notices(order, track);
        if (notices.stream()
                .flatMap(notice -> notice.items().stream())
                .allMatch(item -> item.transparencyCodes().isEmpty())) {
            return null;
        }
        Set<String> used = used(order);
        ObjectNode codes = new ObjectMapper().createObjectNode();
        units.forEach((item, count) -> notices.stream()
                .flatMap(notice -> notice.items().stream())
                .filter(given -> isFor(given, order.line(item).orElse(null)))
                .flatMap(given -> given.transparencyCodes().stream())
                .filter(code -> !used.contains(code))
                .limit(count)
                .forEach(code -> codes.withArray(item).add(code)));
        return codes.isEmpty() ? null : codes.toString();
    }

    /** @return when the parcel with that number left, empty when nobody said so */
    Optional<Instant> shippedAt(Order order, Track track) {
        return notices(order, track).stream()
                .map(ShipmentNotice::shippedAt)
                .filter(Objects::nonNull)
                .findFirst();
    }

    private List<ShipmentNotice> notices(Order order, Track track) {
        return jdbc
                .sql("select document from received_shipments where account_id = ? and amazon_order_id = ?")
                .params(order.accountId(), order.amazonOrderId())
                .query(String.class)
                .list()
                .stream()
                .map(documents::readNotice)
                .filter(notice ->
                        notice.tracks().stream().anyMatch(label -> TrackingNumber.same(label.number(), track.number())))
                .toList();
    }

    private Set<String> used(Order order) {
        return jdbc
                .sql("select transparency_codes from packages where account_id = ? and amazon_order_id = ?")
                .params(order.accountId(), order.amazonOrderId())
                .query(String.class)
                .list()
                .stream()
                .filter(Objects::nonNull)
                .flatMap(text -> Columns.codes(text).values().stream().flatMap(List::stream))
                .collect(Collectors.toSet());
    }

    private static boolean isFor(ShipmentNotice.Item given, OrderLine line) {
        return line != null
                && (line.orderItemId().equals(given.orderItemId())
                        || given.orderItemId() == null && line.sku().equals(given.sku()));
    }
}
