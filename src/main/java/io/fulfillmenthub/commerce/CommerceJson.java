package io.fulfillmenthub.commerce;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.math.BigDecimal;
import java.util.List;

/** What the hub reads of Commerce's answers, named as in Commerce's REST schema; unknown fields are ignored. */
final class CommerceJson {

    private CommerceJson() {}

    static <T> List<T> orEmpty(List<T> list) {
        return list == null ? List.of() : list;
    }

    /** {@code GET /V1/orders}. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Orders(List<Order> items) {
        Orders {
            items = orEmpty(items);
        }
    }

    /** {@code GET /V1/orders/{id}} and the answer of {@code POST /V1/orders}. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    @JsonNaming(SnakeCaseStrategy.class)
    record Order(
            long entityId,
            String incrementId,
            String extOrderId,
            String state,
            String status,
            BigDecimal grandTotal,
            BigDecimal totalInvoiced,
            BigDecimal totalRefunded,
            BigDecimal baseShippingAmount,
            BigDecimal baseShippingRefunded,
            BigDecimal baseAdjustmentPositive,
            BigDecimal baseAdjustmentNegative,
            BigDecimal baseToOrderRate,
            List<Comment> statusHistories,
            List<OrderItem> items) {
        Order {
            statusHistories = orEmpty(statusHistories);
            items = orEmpty(items);
        }
    }

    /** An item of an order. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    @JsonNaming(SnakeCaseStrategy.class)
    record OrderItem(
            long itemId,
            String extOrderItemId,
            String sku,
            BigDecimal qtyOrdered,
            BigDecimal qtyInvoiced,
            BigDecimal qtyRefunded,
            BigDecimal qtyCanceled,
            BigDecimal qtyShipped,
            BigDecimal rowTotalInclTax) {}

    /** A comment in an order's history. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Comment(String comment) {}

    /** {@code GET /V1/shipments}. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Shipments(List<Shipment> items) {
        Shipments {
            items = orEmpty(items);
        }
    }

    /** A shipment; times are UTC without a zone. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    @JsonNaming(SnakeCaseStrategy.class)
    record Shipment(
            long entityId,
            long orderId,
            String createdAt,
            String updatedAt,
            List<ShipmentItem> items,
            List<ShipmentTrack> tracks) {
        Shipment {
            items = orEmpty(items);
            tracks = orEmpty(tracks);
        }
    }

    /** Units of one order item in a shipment. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    @JsonNaming(SnakeCaseStrategy.class)
    record ShipmentItem(long orderItemId, BigDecimal qty) {}

    /** A tracking number on a shipment. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    @JsonNaming(SnakeCaseStrategy.class)
    record ShipmentTrack(long entityId, String carrierCode, String title, String trackNumber) {}

    /** {@code GET /V1/products}. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Products(List<CatalogueProduct> items) {
        Products {
            items = orEmpty(items);
        }
    }

    /** A product of the catalogue; status 1 is enabled, 2 disabled, absent means enabled. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    @JsonNaming(SnakeCaseStrategy.class)
    record CatalogueProduct(long id, String sku, String name, String typeId, Integer status) {}

    /** One of {@code GET /V1/store/websites}. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Website(long id, String code) {}

    /** {@code GET /V1/inventory/stock-resolver/website/{code}}; without an id in shops that have no Inventory Management. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    @JsonNaming(SnakeCaseStrategy.class)
    record Stock(Long stockId) {}

    /** One of {@code GET /V1/inventory/are-product-salable-for-requested-qty}. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Salability(String sku, boolean salable) {}

    /** {@code GET /V1/customers/search}. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Customers(List<Customer> items) {
        Customers {
            items = orEmpty(items);
        }

        /** @return whether the shop has such a customer */
        public boolean found() {
            return !items.isEmpty();
        }
    }

    /** A customer. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Customer(long id) {}

    /** One of {@code GET /V1/store/storeConfigs}. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    @JsonNaming(SnakeCaseStrategy.class)
    record StoreConfig(long id, String code, long websiteId, String baseCurrencyCode) {}

    /** {@code GET /V1/directory/currency}. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    @JsonNaming(SnakeCaseStrategy.class)
    record Currencies(List<ExchangeRate> exchangeRates) {
        Currencies {
            exchangeRates = orEmpty(exchangeRates);
        }
    }

    /** Units of a currency for one unit of the base currency. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    @JsonNaming(SnakeCaseStrategy.class)
    record ExchangeRate(String currencyTo, BigDecimal rate) {}

    /** {@code GET /V1/directory/countries/{id}}. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Country(@JsonAlias("available_regions") List<CountryRegion> regions) {
        Country {
            regions = orEmpty(regions);
        }
    }

    /** A region of a country. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record CountryRegion(long id, String code, String name) {}
}
