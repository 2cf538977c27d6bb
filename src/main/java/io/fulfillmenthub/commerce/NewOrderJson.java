package io.fulfillmenthub.commerce;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.math.BigDecimal;
import java.util.List;

/** The body of {@code POST /V1/orders}: Commerce computes nothing there, so every amount is sent, and its base twin. */
record NewOrderJson(Entity entity) {

    /** The order; fields that are null are not sent, because Commerce refuses fields it does not know. */
    @JsonInclude(Include.NON_NULL)
    @JsonNaming(SnakeCaseStrategy.class)
    record Entity(
            String incrementId,
            String extOrderId,
            long storeId,
            String state,
            String status,
            String createdAt,
            int isVirtual,
            int emailSent,
            @JsonUnwrapped Currencies currencies,
            @JsonUnwrapped Customer customer,
            @JsonUnwrapped Totals totals,
            @JsonUnwrapped(prefix = "base_") Totals baseTotals,
            String discountDescription,
            int totalQtyOrdered,
            int totalItemCount,
            String shippingDescription,
            List<Item> items,
            Address billingAddress,
            Payment payment,
            List<StatusHistory> statusHistories,
            ExtensionAttributes extensionAttributes) {}

    /** The currencies of an order and their rates. */
    @JsonNaming(SnakeCaseStrategy.class)
    record Currencies(
            String globalCurrencyCode,
            String baseCurrencyCode,
            String storeCurrencyCode,
            String orderCurrencyCode,
            BigDecimal baseToGlobalRate,
            BigDecimal baseToOrderRate,
            BigDecimal storeToBaseRate,
            BigDecimal storeToOrderRate) {}

    /** Who ordered: a guest of group 0, or a customer of the shop. */
    @JsonInclude(Include.NON_NULL)
    @JsonNaming(SnakeCaseStrategy.class)
    record Customer(
            Long customerId,
            int customerIsGuest,
            int customerGroupId,
            String customerEmail,
            String customerFirstname,
            String customerLastname,
            int customerNoteNotify) {}

    /** The totals in one currency; the discount is negative, tax includes shipping tax. */
    @JsonInclude(Include.NON_NULL)
    @JsonNaming(SnakeCaseStrategy.class)
    record Totals(
            BigDecimal subtotal,
            BigDecimal subtotalInclTax,
            BigDecimal discountAmount,
            BigDecimal shippingAmount,
            BigDecimal shippingInclTax,
            BigDecimal shippingTaxAmount,
            BigDecimal shippingDiscountAmount,
            BigDecimal taxAmount,
            BigDecimal grandTotal,
            BigDecimal totalDue,
            BigDecimal totalPaid,
            BigDecimal totalInvoiced) {}

    /** An item; {@code qty_invoiced} and {@code qty_shipped} only where Amazon shipped. */
    @JsonInclude(Include.NON_NULL)
    @JsonNaming(SnakeCaseStrategy.class)
    record Item(
            String sku,
            String name,
            long productId,
            String productType,
            long storeId,
            String extOrderItemId,
            int isVirtual,
            int qtyOrdered,
            Integer qtyInvoiced,
            Integer qtyShipped,
            BigDecimal taxPercent,
            @JsonUnwrapped ItemAmounts amounts,
            @JsonUnwrapped(prefix = "base_") ItemAmounts baseAmounts) {}

    /** An item's amounts in one currency; its discount is positive. */
    @JsonNaming(SnakeCaseStrategy.class)
    record ItemAmounts(
            BigDecimal price,
            BigDecimal originalPrice,
            BigDecimal priceInclTax,
            BigDecimal rowTotal,
            BigDecimal rowTotalInclTax,
            BigDecimal taxAmount,
            BigDecimal discountAmount) {}

    /** An address; every key that Commerce requires is present. */
    @JsonInclude(Include.NON_NULL)
    @JsonNaming(SnakeCaseStrategy.class)
    record Address(
            String addressType,
            String firstname,
            String lastname,
            String company,
            List<String> street,
            String city,
            String region,
            String regionCode,
            Long regionId,
            String postcode,
            String countryId,
            String telephone,
            String email,
            String vatId) {}

    /** The payment, which took place at Amazon. */
    @JsonNaming(SnakeCaseStrategy.class)
    record Payment(
            String method,
            String poNumber,
            BigDecimal amountOrdered,
            BigDecimal baseAmountOrdered,
            BigDecimal shippingAmount,
            BigDecimal baseShippingAmount,
            List<String> additionalInformation) {}

    /** A comment in the order's history. */
    @JsonInclude(Include.NON_NULL)
    @JsonNaming(SnakeCaseStrategy.class)
    record StatusHistory(String comment, int isCustomerNotified, int isVisibleOnFront, long parentId, String status) {}

    /** Where Commerce reads an order's shipping address from. */
    @JsonNaming(SnakeCaseStrategy.class)
    record ExtensionAttributes(List<ShippingAssignment> shippingAssignments) {}

    /** One destination. */
    record ShippingAssignment(Shipping shipping) {}

    /** Address and method of a destination. */
    record Shipping(Address address, String method) {}
}
