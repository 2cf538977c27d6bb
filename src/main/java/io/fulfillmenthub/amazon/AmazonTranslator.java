package io.fulfillmenthub.amazon;

import static io.fulfillmenthub.amazon.AmazonFields.id;
import static io.fulfillmenthub.amazon.AmazonFields.list;
import static io.fulfillmenthub.amazon.AmazonFields.money;
import static io.fulfillmenthub.amazon.AmazonFields.requiredTime;
import static io.fulfillmenthub.amazon.AmazonFields.text;
import static io.fulfillmenthub.amazon.AmazonFields.time;
import static io.fulfillmenthub.amazon.AmazonFields.units;
import static io.fulfillmenthub.amazon.AmazonFields.unreadable;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.fulfillmenthub.amazon.AmazonJson.AssociatedOrder;
import io.fulfillmenthub.amazon.AmazonJson.DeliveryAddress;
import io.fulfillmenthub.amazon.AmazonJson.OrderFulfillment;
import io.fulfillmenthub.amazon.AmazonJson.OrderProceeds;
import io.fulfillmenthub.amazon.AmazonJson.PackageItem;
import io.fulfillmenthub.amazon.AmazonJson.SalesChannel;
import io.fulfillmenthub.amazon.AmazonJson.Window;
import io.fulfillmenthub.amazon.AmazonJson.WireOrder;
import io.fulfillmenthub.amazon.AmazonJson.WirePackage;
import io.fulfillmenthub.order.Address;
import io.fulfillmenthub.order.AmazonPackage;
import io.fulfillmenthub.order.AmazonStatus;
import io.fulfillmenthub.order.FulfilledBy;
import io.fulfillmenthub.order.Order;
import io.fulfillmenthub.order.ReasonCode;
import io.fulfillmenthub.order.RejectedException;
import io.fulfillmenthub.order.TimeWindow;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Amazon's order (Orders API v2026-01-01) as the canonical order: pure, nothing is invented. */
final class AmazonTranslator {

    private static final Set<String> REPLACEMENTS = Set.of("REPLACEMENT_ORIGINAL_ID", "EXCHANGE_ORIGINAL_ID");
    private static final OrderFulfillment NO_FULFILLMENT = new OrderFulfillment(null, null, null, null, null);
    private static final ObjectMapper LENIENT = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .build();

    /**
     * Translates one order.
     *
     * @throws RejectedException naming the field that cannot be read
     */
    Order toOrder(String accountId, JsonNode json) {
        WireOrder order = read(json);
        OrderFulfillment fulfillment = order.fulfillment() == null ? NO_FULFILLMENT : order.fulfillment();
        SalesChannel channel = order.salesChannel() == null ? new SalesChannel(null, null) : order.salesChannel();
        OrderProceeds proceeds = order.proceeds() == null ? new OrderProceeds(null, null) : order.proceeds();
        return new Order(
                accountId,
                id("orderId", order.orderId()),
                text(channel.marketplaceId()),
                requiredTime("createdTime", order.createdTime()),
                requiredTime("lastUpdatedTime", order.lastUpdatedTime()),
                AmazonStatus.of(text(fulfillment.fulfillmentStatus())),
                text(fulfillment.fulfillmentStatus()),
                "AMAZON".equals(text(fulfillment.fulfilledBy())) ? FulfilledBy.AMAZON : FulfilledBy.MERCHANT,
                text(channel.channelName()),
                programs(order.programs()),
                text(fulfillment.fulfillmentServiceLevel()),
                window("fulfillment.shipByWindow", fulfillment.shipByWindow()),
                window("fulfillment.deliverByWindow", fulfillment.deliverByWindow()),
                AmazonBuyers.of(order.buyer(), order.tax()),
                order.recipient() == null ? null : address(order.recipient().deliveryAddress()),
                AmazonLines.of(order.orderItems()),
                AmazonCharges.ofOrder(
                        "proceeds.breakdowns", proceeds.breakdowns(), AmazonLines.breakdownTypes(order.orderItems())),
                money("proceeds.grandTotal", proceeds.grandTotal()),
                packages(order.packages()),
                replaces(order.associatedOrders()));
    }

    /** Jackson's own messages quote values, so they go no further. */
    private static WireOrder read(JsonNode json) {
        if (json == null || !json.isObject()) {
            throw unreadable("order", "is missing");
        }
        try {
            return LENIENT.treeToValue(json, WireOrder.class);
        } catch (JsonMappingException e) {
            String field = e.getPath().stream().map(AmazonTranslator::step).collect(Collectors.joining("."));
            throw new RejectedException(
                    ReasonCode.ORDER_UNREADABLE, field + " is of another type than Amazon documents");
        } catch (JsonProcessingException e) {
            throw new RejectedException(ReasonCode.ORDER_UNREADABLE, "The order is no JSON that Amazon documents");
        }
    }

    private static String step(Reference reference) {
        return reference.getFieldName() == null ? "[" + reference.getIndex() + "]" : reference.getFieldName();
    }

    private static Set<String> programs(List<String> programs) {
        return list(programs).stream()
                .map(AmazonFields::text)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    private static TimeWindow window(String field, Window window) {
        return window == null
                ? TimeWindow.OPEN
                : new TimeWindow(
                        time(field + ".earliestDateTime", window.earliestDateTime()),
                        time(field + ".latestDateTime", window.latestDateTime()));
    }

    private static Address address(DeliveryAddress address) {
        return address == null
                ? null
                : new Address(
                        text(address.name()),
                        text(address.companyName()),
                        Stream.of(address.addressLine1(), address.addressLine2(), address.addressLine3())
                                .map(AmazonFields::text)
                                .filter(Objects::nonNull)
                                .toList(),
                        text(address.city()),
                        text(address.districtOrCounty()),
                        text(address.stateOrRegion()),
                        text(address.postalCode()),
                        text(address.countryCode()),
                        text(address.phone()));
    }

    private static List<AmazonPackage> packages(List<WirePackage> packages) {
        return list(packages).stream()
                .filter(Objects::nonNull)
                .map(shown -> new AmazonPackage(
                        text(shown.packageReferenceId()),
                        text(shown.carrier()),
                        text(shown.trackingNumber()),
                        unitsOf(shown.packageItems())))
                .toList();
    }

    private static Map<String, Integer> unitsOf(List<PackageItem> items) {
        Map<String, Integer> units = new HashMap<>();
        for (PackageItem item : list(items)) {
            String orderItemId = id("packages.packageItems.orderItemId", item == null ? null : item.orderItemId());
            units.merge(orderItemId, units("packages.packageItems.quantity", item.quantity()), Integer::sum);
        }
        return units;
    }

    private static String replaces(List<AssociatedOrder> associated) {
        return list(associated).stream()
                .filter(other -> other != null && REPLACEMENTS.contains(String.valueOf(other.associationType())))
                .map(other -> text(other.orderId()))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
