package io.fulfillmenthub;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fulfillmenthub.sandbox.AmazonOrders;
import io.fulfillmenthub.sandbox.AmazonWorld;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Addresses on their way into the shop, and the correction of those that it cannot take. */
class AddressScenarioTest {

    private static AmazonWorld amazon;
    private static Shop shop;
    private static Hub hub;

    @BeforeAll
    static void open() {
        HubWorld world = HubWorld.shared();
        amazon = world.sandbox().bean(AmazonWorld.class);
        shop = new Shop(world.sandbox().baseUrl());
        hub = new Hub(world.hubUrl());
    }

    @Test
    void usesACorrectedAddressAtOnceAndKeepsAmazonsBesideIt() {
        String id = refused(851);
        String city = address(amazon.find(id).orElseThrow()).path("city").asText();
        assertThat(hub.order("us", id).path("reason").asText()).isEqualTo("ADDRESS_REFUSED");

        String path = "/api/orders/us/" + id + "/address";
        JsonNode answer = hub.post(path, "{\"lines\":[\"7 Short St\",\"Flat 2\",\"Rear\"],\"company\":\"Acme\"}");

        assertThat(answer.path("message").asText()).contains("tries the order again");
        JsonNode imported = hub.await("us", id, "IMPORTED");
        JsonNode sent = shop.order(id).at("/extension_attributes/shipping_assignments/0/shipping/address");
        assertThat(sent.path("street")).extracting(JsonNode::asText).containsExactly("7 Short St", "Flat 2", "Rear");
        assertThat(sent.path("company").asText()).isEqualTo("Acme");
        assertThat(sent.path("city").asText()).isEqualTo(city);
        assertThat(imported.at("/address/lines/0").asText()).isEqualTo("7 Short St");
        assertThat(imported.at("/address/original/lines/0").asText()).contains("Long Street 1");
        JsonNode event = imported.path("history").get(1);
        assertThat(event.path("event").asText()).isEqualTo("address-corrected");
        assertThat(event.path("actor").asText()).isEqualTo("operator");
        assertThat(event.path("note").asText()).isEqualTo("Corrected: company, street");
        assertThat(hub.post(path, "{\"city\":\"Elsewhere\"}").path("error").asText())
                .contains("in Commerce already");
    }

    @Test
    void keepsACorrectionUntilAmazonItselfChangesTheAddress() {
        ObjectNode order = order(852);
        ((ObjectNode) order.at("/orderItems/0/product")).put("sellerSku", "NEVER-852");
        String id = place(order);
        hub.await("us", id, "NEEDS_ATTENTION");
        Awaitility.await("a moment at which no worker has it")
                .until(() -> hub.post("/api/orders/us/" + id + "/address", "{\"lines\":[\"8 Better St\"]}")
                        .has("message"));

        amazon.update(id, shown -> shown.putArray("programs").add("PRIME"));
        Awaitility.await()
                .until(() -> hub.text("/api/orders?number=" + id).contains(id)
                        && street(id).equals("8 Better St"));

        amazon.update(id, shown -> address(shown).put("addressLine1", "9 Newest St"));
        Awaitility.await().until(() -> street(id).equals("9 Newest St"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"street\":\"x\"}|street is no field of an address",
                "{\"lines\":\"x\"}|lines is of another type: give a list of texts",
                "{\"lines\":[]}|lines is empty",
                "{\"lines\":[\"1\",\"2\",\"3\",\"4\"]}|lines has more than three lines",
                "{\"city\":\" \"}|city is missing",
                "{\"countryCode\":\"XX\"}|countryCode is no ISO 3166-1 code",
                "[]|The body is no address"
            })
    void refusesACorrectionThatCannotBeAnAddressNamingTheField(String body, String sentence) {
        String id = refused(860);

        assertThat(hub.post("/api/orders/us/" + id + "/address", body)
                        .path("error")
                        .asText())
                .startsWith(sentence);
    }

    @Test
    void knowsNoAddressOfAnOrderItNeverSaw() {
        assertThat(hub.post("/api/orders/us/999-0000000-0000000/address", "{\"city\":\"X\"}")
                        .path("error")
                        .asText())
                .contains("does not know this order");
    }

    @ParameterizedTest
    @CsvSource({
        "853, US, Puerto Rico, San Juan, PR",
        "854, US, AE, APO, AE",
        "855, US, Armed Forces Pacific, FPO, AP",
        "856, US, Calif., Los Angeles, CA"
    })
    void findsTheShopsRegion(long seed, String country, String region, String city, String code) {
        ObjectNode order = order(seed);
        address(order).put("countryCode", country).put("stateOrRegion", region).put("city", city);

        String id = place(order);

        hub.await("us", id, "IMPORTED");
        JsonNode sent = shop.order(id).path("billing_address");
        assertThat(sent.path("region_code").asText()).isEqualTo(code);
        assertThat(sent.path("region_id").asLong()).isPositive();
    }

    @ParameterizedTest
    @CsvSource({"857, PR, PR, San Juan", "858, AE, Dubai, Dubai", "859, GB, Norfolk, King's Lynn"})
    void sendsTheRegionAsAmazonWritesItWhereTheShopKnowsNone(long seed, String country, String region, String city) {
        ObjectNode order = order(seed);
        address(order).put("countryCode", country).put("stateOrRegion", region).put("city", city);

        String id = place(order);

        hub.await("us", id, "IMPORTED");
        JsonNode sent = shop.order(id).path("billing_address");
        assertThat(sent.path("country_id").asText()).isEqualTo(country);
        assertThat(sent.path("region").asText()).isEqualTo(region);
        assertThat(sent.path("region_id").asLong()).isZero();
    }

    /** @return an order whose address the shop would cut */
    private static String refused(long seed) {
        ObjectNode order = order(seed);
        String id = order.path("orderId").asText();
        if (amazon.find(id).isEmpty()) {
            address(order).put("addressLine1", "Very ".repeat(60) + "Long Street 1");
            place(order);
        }
        hub.await("us", id, "NEEDS_ATTENTION");
        return id;
    }

    private static String street(String id) {
        return hub.order("us", id).at("/address/lines/0").asText();
    }

    private static ObjectNode address(ObjectNode order) {
        return (ObjectNode) order.at("/recipient/deliveryAddress");
    }

    private static ObjectNode order(long seed) {
        return AmazonOrders.seeded(seed)
                .in("ATVPDKIKX0DER")
                .status("UNSHIPPED")
                .fulfilledBy("MERCHANT")
                .lines(1)
                .next();
    }

    private static String place(ObjectNode order) {
        amazon.place(order);
        return order.path("orderId").asText();
    }
}
