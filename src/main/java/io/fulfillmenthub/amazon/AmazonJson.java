package io.fulfillmenthub.amazon;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * Amazon's JSON (Orders v2026-01-01, confirmShipment v0), as much of it as the hub reads; times and
 * enumerations stay texts because the model grows. Orders of a page stay trees so that one broken order spares the others.
 */
final class AmazonJson {

    private AmazonJson() {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record SearchOrdersResponse(List<JsonNode> orders, Pagination pagination, String lastUpdatedBefore) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Pagination(String nextToken) {}

    record WireOrder(
            String orderId,
            String createdTime,
            String lastUpdatedTime,
            List<String> programs,
            List<AssociatedOrder> associatedOrders,
            SalesChannel salesChannel,
            WireBuyer buyer,
            Recipient recipient,
            OrderProceeds proceeds,
            OrderTax tax,
            OrderFulfillment fulfillment,
            List<OrderItem> orderItems,
            List<WirePackage> packages) {}

    record AssociatedOrder(String orderId, String associationType) {}

    record SalesChannel(String channelName, String marketplaceId) {}

    record WireBuyer(String buyerName, String buyerEmail, String buyerCompanyName, String buyerPurchaseOrderNumber) {}

    record OrderTax(List<WireTaxRegistration> taxRegistrations) {}

    record WireTaxRegistration(
            String entityType,
            String legalName,
            String taxRegistrationType,
            String taxRegistrationNumber,
            List<TaxAttribute> taxRegistrationAttributes) {}

    record TaxAttribute(String key, String value) {}

    record Recipient(DeliveryAddress deliveryAddress) {}

    record DeliveryAddress(
            String name,
            String companyName,
            String addressLine1,
            String addressLine2,
            String addressLine3,
            String city,
            String districtOrCounty,
            String stateOrRegion,
            String postalCode,
            String countryCode,
            String phone) {}

    record OrderProceeds(WireMoney grandTotal, List<Breakdown> breakdowns) {}

    record ItemProceeds(WireMoney proceedsTotal, List<Breakdown> breakdowns) {}

    record Breakdown(String type, WireMoney subtotal, List<DetailedBreakdown> detailedBreakdowns) {}

    record DetailedBreakdown(String subtype, WireMoney value) {}

    record WireMoney(String amount, String currencyCode) {}

    record OrderFulfillment(
            String fulfillmentStatus,
            String fulfilledBy,
            String fulfillmentServiceLevel,
            Window shipByWindow,
            Window deliverByWindow) {}

    record Window(String earliestDateTime, String latestDateTime) {}

    record OrderItem(
            String orderItemId,
            Integer quantityOrdered,
            WireProduct product,
            ItemProceeds proceeds,
            Cancellation cancellation,
            ItemFulfillment fulfillment) {}

    record WireProduct(String asin, String title, String sellerSku, Customization customization) {}

    record Customization(String customizedUrl) {}

    record Cancellation(CancellationRequest cancellationRequest) {}

    record CancellationRequest(String requester) {}

    record ItemFulfillment(Integer quantityFulfilled, Packing packing) {}

    record Packing(GiftOption giftOption) {}

    record GiftOption(String giftMessage, String giftWrapLevel) {}

    record WirePackage(
            String packageReferenceId, String carrier, String trackingNumber, List<PackageItem> packageItems) {}

    record PackageItem(String orderItemId, Integer quantity) {}

    record ConfirmShipmentRequest(String marketplaceId, PackageDetail packageDetail) {}

    record PackageDetail(
            String packageReferenceId,
            String carrierCode,
            @JsonInclude(JsonInclude.Include.NON_NULL) String carrierName,
            @JsonInclude(JsonInclude.Include.NON_NULL) String shippingMethod,
            String trackingNumber,
            String shipDate,
            List<ConfirmItem> orderItems) {}

    record ConfirmItem(
            String orderItemId,
            int quantity,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> transparencyCodes) {}
}
