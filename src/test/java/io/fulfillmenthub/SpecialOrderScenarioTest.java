package io.fulfillmenthub;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fulfillmenthub.sandbox.AmazonOrders;
import io.fulfillmenthub.sandbox.AmazonWorld;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Orders that Amazon treats in a way of their own. */
class SpecialOrderScenarioTest {

    private final HubWorld world = HubWorld.shared();
    private final AmazonWorld amazon = world.sandbox().bean(AmazonWorld.class);
    private final Shop shop = new Shop(world.sandbox().baseUrl());
    private final Hub hub = new Hub(world.hubUrl());

    @Test
    void importsAReplacementForNothingWithTheOrderItReplaces() {
        ObjectNode order = AmazonOrders.seeded(791).lines(1).next();
        order.putArray("associatedOrders")
                .addObject()
                .put("orderId", "111-1111111-1111111")
                .put("associationType", "REPLACEMENT_ORIGINAL_ID");
        free((ObjectNode) order.path("proceeds"), "grandTotal");
        free((ObjectNode) order.path("orderItems").get(0).path("proceeds"), "proceedsTotal");

        String id = imported(order);

        assertThat(shop.order(id).path("grand_total").asDouble()).isZero();
        assertThat(comments(id)).contains("It replaces Amazon order 111-1111111-1111111.");
    }

    @ParameterizedTest
    @CsvSource({"792, FBM_SHIP_PLUS", "796, AMAZON_EASY_SHIP", "797, DELIVERY_BY_AMAZON"})
    void confirmsNoParcelWhereAmazonGivesTheTrackingItself(long seed, String program) {
        ObjectNode order = AmazonOrders.seeded(seed).lines(1).next();
        order.putArray("programs").add(program);
        String id = imported(order);

        shop.ship(shop.order(id).path("entity_id").asLong(), "", Shop.track("ups", "UPS", "1Z999AA10123456784"));

        Awaitility.await()
                .until(() -> hub.order("us", id)
                        .path("packages")
                        .path(0)
                        .path("note")
                        .asText()
                        .contains(program));
        assertThat(amazon.confirmations(id)).isEmpty();
        assertThat(comments(id)).contains("the tracking itself");
    }

    @Test
    void tellsThePackerOfPickUpPreOrderAndBusiness() {
        ObjectNode order = AmazonOrders.seeded(793).lines(1).next();
        order.putArray("programs").add("IN_STORE_PICK_UP").add("PREORDER").add("AMAZON_BUSINESS");

        assertThat(comments(imported(order)))
                .contains("picks it up in the store", "It is a pre-order", "It is a business order");
    }

    @Test
    void tellsWhoPacksAndInvoicesOfGiftsCustomisationAndTaxRegistration() {
        ObjectNode order = AmazonOrders.seeded(795).lines(1).next();
        ((ObjectNode) order.path("buyer")).put("buyerPurchaseOrderNumber", "PO-795");
        ObjectNode tax = order.putObject("tax").putArray("taxRegistrations").addObject();
        tax.put("entityType", "BUYER").put("taxRegistrationType", "VAT").put("taxRegistrationNumber", "GB795");
        ObjectNode item = (ObjectNode) order.path("orderItems").get(0);
        item.withObject("/fulfillment/packing/giftOption")
                .put("giftMessage", "Love <b>Jo</b>")
                .put("giftWrapLevel", "Classic");
        item.withObject("/product/customization").put("customizedUrl", "https://custom.example/795");

        String id = imported(order);

        assertThat(comments(id))
                .contains("Buyer's order number: PO-795.", "Buyer's tax registration: VAT GB795.")
                .contains("is a gift, wrapping: Classic, message: “Love ‹b›Jo‹/b›”.")
                .contains("is customised: https://custom.example/795");
        assertThat(shop.order(id).at("/billing_address/vat_id").asText()).isEqualTo("GB795");
        JsonNode line = hub.order("us", id).at("/items/0");
        assertThat(line.path("giftMessage").asText()).isEqualTo("Love <b>Jo</b>");
        assertThat(line.path("giftWrapLevel").asText()).isEqualTo("Classic");
        assertThat(line.path("customizationUrl").asText()).isEqualTo("https://custom.example/795");
    }

    @Test
    void marksThePlaceholdersOfAnOrderOfWhoseBuyerAmazonSaysNothing() {
        ObjectNode order = AmazonOrders.seeded(794)
                .fulfilledBy("AMAZON")
                .status("SHIPPED")
                .lines(1)
                .next();
        String id = amazon.place(order).path("orderId").asText();
        hub.await("us", id, "COMPLETED");

        JsonNode billing = shop.order(id).path("billing_address");
        assertThat(billing.path("telephone").asText()).isEqualTo("000-000-0000");
        assertThat(shop.order(id).path("customer_email").asText()).isEqualTo(id + "@marketplace.invalid");
        assertThat(comments(id)).contains("placeholders stand for what is missing");
    }

    private static void free(ObjectNode proceeds, String total) {
        ((ObjectNode) proceeds.path(total)).put("amount", "0.00");
        proceeds.putArray("breakdowns");
    }

    private String imported(ObjectNode order) {
        String id = amazon.place(order).path("orderId").asText();
        hub.await("us", id, "IMPORTED");
        return id;
    }

    private String comments(String id) {
        return String.join(" ", shop.order(id).path("status_histories").findValuesAsText("comment"));
    }
}
