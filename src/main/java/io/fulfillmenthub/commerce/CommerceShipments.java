package io.fulfillmenthub.commerce;

import io.fulfillmenthub.order.DueShipment;
import io.fulfillmenthub.order.ShipmentPage;
import io.fulfillmenthub.order.ShipmentSearch;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;

/** Bean {@code commerceShipments}: shipments of every store, page by page along their ids. */
public final class CommerceShipments {

    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final String FIELDS = "items[entity_id,order_id,created_at,updated_at,items[order_item_id,qty],"
            + "tracks[entity_id,carrier_code,title,track_number]],total_count";

    private final CommerceReader reader = new CommerceReader();

    /** @return the question for one page: of certain orders, else changed since a point in time */
    public CommerceCall search(ShipmentSearch search) {
        CommerceSearch criteria = new CommerceSearch();
        if (!search.commerceOrderIds().isEmpty()) {
            criteria.where(
                    "order_id",
                    "in",
                    search.commerceOrderIds().stream().map(String::valueOf).collect(Collectors.joining(",")));
        } else if (search.updatedFrom() != null) {
            criteria.where("updated_at", "gteq", UTC.format(search.updatedFrom()));
        }
        criteria.where("entity_id", "gt", search.afterId())
                .ascendingBy("entity_id")
                .pageSize(ShipmentSearch.PAGE_SIZE);
        return CommerceCall.get(
                "search-shipments", null, CommerceCall.ALL_STORES, "/V1/shipments", criteria.answering(FIELDS));
    }

    /**
     * Asks for the creation of a shipment.
     *
     * @throws io.fulfillmenthub.order.RejectedException when the order has no such items
     */
    public CommerceCall create(DueShipment due) {
        return CommerceCall.post(
                "create-shipment",
                due.key(),
                CommerceCall.ALL_STORES,
                "/V1/order/" + due.commerceOrderId() + "/ship",
                NewShipmentJson.of(due));
    }

    /** @return the page of an answer */
    public ShipmentPage toPage(ShipmentSearch search, CommerceJson.Shipments answer) {
        return new ShipmentPage(search, reader.toShipments(answer));
    }
}
