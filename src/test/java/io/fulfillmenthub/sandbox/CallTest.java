package io.fulfillmenthub.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallTest {

    @ParameterizedTest
    @CsvSource({
        "POST, /sandbox/amazon/auth/o2/token, amazon, token",
        "GET, /sandbox/amazon/orders/2026-01-01/orders, amazon, search-orders",
        "GET, /sandbox/amazon/orders/2026-01-01/orders/123-1234567-1234567, amazon, get-order",
        "POST, /sandbox/amazon/orders/v0/orders/123-1234567-1234567/shipmentConfirmation, amazon, confirm-shipment",
        "POST, /sandbox/commerce/rest/default/V1/orders, commerce, order-create",
        "PUT, /sandbox/commerce/rest/default/V1/orders/create, commerce, order-create",
        "GET, /sandbox/commerce/rest/all/V1/orders, commerce, order-search",
        "GET, /sandbox/commerce/rest/V1/orders/7, commerce, order-get",
        "POST, /sandbox/commerce/rest/V1/orders/7/cancel, commerce, order-cancel",
        "POST, /sandbox/commerce/rest/V1/orders/7/comments, commerce, order-comment",
        "POST, /sandbox/commerce/rest/V1/order/7/refund, commerce, order-refund",
        "POST, /sandbox/commerce/rest/V1/order/7/invoice, commerce, invoice-create",
        "POST, /sandbox/commerce/rest/V1/order/7/ship, commerce, shipment-create",
        "GET, /sandbox/commerce/rest/all/V1/shipments, commerce, shipment-search",
        "POST, /sandbox/commerce/rest/V1/shipment/track, commerce, track-create",
        "GET, /sandbox/commerce/rest/V1/customers/search, commerce, customer-search",
        "POST, /sandbox/commerce/rest/V1/customers, commerce, customer-create",
        "GET, /sandbox/commerce/rest/V1/products, commerce, product-search",
        "GET, /sandbox/commerce/rest/V1/directory/countries, commerce, region-list",
        "GET, /sandbox/commerce/rest/V1/store/storeConfigs, commerce, store-configs",
        "GET, /sandbox/commerce/rest/V1/modules, commerce, other"
    })
    void namesTheOperation(String method, String path, String side, String operation) {
        assertThat(Call.of(method, path)).isEqualTo(new Call(side, operation));
    }
}
