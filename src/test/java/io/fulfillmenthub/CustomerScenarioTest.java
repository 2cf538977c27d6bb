package io.fulfillmenthub;

import static io.fulfillmenthub.Shop.track;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fulfillmenthub.sandbox.AmazonOrders;
import io.fulfillmenthub.sandbox.AmazonWorld;
import io.fulfillmenthub.sandbox.CommerceOrders;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A hub that makes customers of buyers, gives orders Amazon's numbers and a status of the merchant's own. */
class CustomerScenarioTest {

    private static final String STATUS = "amazon_unshipped";

    private static HubWorld world;
    private static AmazonWorld amazon;
    private static Shop shop;
    private static Hub hub;

    @BeforeAll
    static void open() {
        world = HubWorld.start(Map.of(
                "hub.orders.customer-creation", "account",
                "hub.orders.number-source", "amazon",
                "hub.orders.status", STATUS,
                "hub.retry.recheck", "PT2S"));
        amazon = world.sandbox().bean(AmazonWorld.class);
        shop = new Shop(world.sandbox().baseUrl());
        hub = new Hub(world.hubUrl());
    }

    @AfterAll
    static void close() {
        world.close();
    }

    @Test
    void makesACustomerOfANewBuyerOnceAndReusesItForTheNextOrder() {
        int welcomes = shop.mails().path("customer").asInt();
        String first = place(order(201, "twice@marketplace.example"));
        hub.await("us", first, "IMPORTED");
        String second = place(order(202, "twice@marketplace.example"));
        hub.await("us", second, "IMPORTED");

        JsonNode customers = shop.customers("twice@marketplace.example");
        assertThat(customers).hasSize(1);
        assertThat(shop.mails().path("customer").asInt()).isEqualTo(welcomes + 1);
        for (String id : new String[] {first, second}) {
            assertThat(shop.order(id).path("customer_is_guest").asInt()).isZero();
            assertThat(shop.order(id).path("customer_id"))
                    .isEqualTo(customers.get(0).path("id"));
        }
    }

    @Test
    void givesTheOrderItsStatusAfterTheInvoiceAndItsAmazonNumber() {
        String id = place(order(203, "status@marketplace.example"));

        hub.await("us", id, "IMPORTED");

        JsonNode order = shop.order(id);
        assertThat(order.path("increment_id").asText()).isEqualTo(id);
        assertThat(order.path("total_paid")).isEqualTo(order.path("grand_total"));
        assertThat(order.path("state").asText()).isEqualTo("processing");
        assertThat(order.path("status").asText()).isEqualTo(STATUS);
    }

    @ParameterizedTest
    @CsvSource({
        "206, John Smith Jr., John, Smith Jr.",
        "207, Cher, Cher, n a",
        "208, Zoë O’Neil (Office #3), Zoë, O’Neil Office 3",
        "209, '@home <Team>', home, Team",
        "210, @ 山田, -, 山田"
    })
    void makesACustomerOfABuyerWhateverTheNameHolds(long seed, String name, String first, String last) {
        String email = seed + "@marketplace.example";
        ObjectNode order = order(seed, email);
        ((ObjectNode) order.path("buyer")).put("buyerName", name);

        String id = place(order);

        hub.await("us", id, "IMPORTED");
        JsonNode customer = shop.customers(email).get(0);
        assertThat(customer.path("firstname").asText()).isEqualTo(first);
        assertThat(customer.path("lastname").asText()).isEqualTo(last);
        assertThat(shop.order(id).path("customer_firstname").asText())
                .as("the order keeps every character")
                .isEqualTo(name.split(" ")[0]);
    }

    @Test
    void theStatusGivesWayWhenTheOrderIsShipped() {
        String id = place(order(204, "shipped@marketplace.example"));
        hub.await("us", id, "IMPORTED");

        shop.ship(shop.order(id).path("entity_id").asLong(), "", track("ups", "UPS", "1Z999AA10123456784"));

        hub.await("us", id, "COMPLETED");
        assertThat(shop.order(id).path("status").asText()).isEqualTo("complete");
    }

    @Test
    void parksAnOrderWhoseNumberBelongsToAForeignOrder() {
        ObjectNode order = order(205, "taken@marketplace.example");
        String id = order.path("orderId").asText();
        ObjectNode foreign = CommerceOrders.order();
        foreign.put("increment_id", id);
        shop.post(
                "/commerce/rest/default/V1/orders",
                CommerceOrders.entity(foreign).toString());

        place(order);

        JsonNode parked = hub.await("us", id, "NEEDS_ATTENTION");
        assertThat(parked.path("reason").asText()).isEqualTo("NUMBER_TAKEN");
        assertThat(parked.path("note").asText()).contains(id);
        assertThat(shop.orders(id)).isEmpty();
    }

    private static String place(ObjectNode order) {
        amazon.place(order);
        return order.path("orderId").asText();
    }

    private static ObjectNode order(long seed, String email) {
        ObjectNode order = AmazonOrders.seeded(seed)
                .in("ATVPDKIKX0DER")
                .status("UNSHIPPED")
                .fulfilledBy("MERCHANT")
                .lines(1)
                .next();
        ((ObjectNode) order.path("buyer")).put("buyerEmail", email).put("buyerName", "Maria Example");
        return order;
    }
}
