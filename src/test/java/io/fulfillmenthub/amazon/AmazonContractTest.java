package io.fulfillmenthub.amazon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.fulfillmenthub.amazon.AmazonJson.ConfirmShipmentRequest;
import io.fulfillmenthub.amazon.AmazonJson.PackageDetail;
import io.fulfillmenthub.order.Carrier;
import io.fulfillmenthub.order.DuePackage;
import io.fulfillmenthub.order.MoneyProof;
import io.fulfillmenthub.order.Order;
import io.fulfillmenthub.order.OrderKey;
import io.fulfillmenthub.order.OrderLine;
import io.fulfillmenthub.order.OrderSearch;
import io.fulfillmenthub.order.RejectedException;
import io.fulfillmenthub.order.TaxRegistration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Amazon's own models and static-sandbox cases, which lie beside the project where it is developed. */
class AmazonContractTest {

    private static final Path CONTRACTS = Path.of("..", "shared", "contracts", "amazon");
    private static final AmazonSettings SETTINGS = AmazonFixtures.settings("https://example.com");

    @BeforeAll
    static void contractsMustBeThere() {
        assumeTrue(
                Files.exists(CONTRACTS.resolve("static-sandbox-cases.json")),
                "SKIPPED, NOT PASSED: Amazon's models are not at " + CONTRACTS);
    }

    @Test
    void readsEveryOrderOfTheStaticSandboxAndItsMoneyAddsUp() throws IOException {
        List<Order> orders = new ArrayList<>();
        for (JsonNode answer : answers("searchOrders", 200)) {
            assertThat(AmazonFixtures.page(answer).unreadable()).isEmpty();
            orders.addAll(AmazonFixtures.page(answer).orders());
        }
        for (JsonNode answer : answers("getOrder", 200)) {
            orders.add(new AmazonTranslator().toOrder("us", answer.get("order")));
        }

        assertThat(orders)
                .hasSize(6)
                .allSatisfy(order -> assertThat(MoneyProof.require(order)).isEqualTo(order.grandTotal()));
    }

    @Test
    void readsTaxRegistrationsAndGiftsOfTheStaticSandbox() throws IOException {
        List<Order> orders = new ArrayList<>();
        for (JsonNode answer : answers("searchOrders", 200)) {
            orders.addAll(AmazonFixtures.page(answer).orders());
        }
        for (JsonNode answer : answers("getOrder", 200)) {
            orders.add(new AmazonTranslator().toOrder("us", answer.get("order")));
        }

        assertThat(orders)
                .flatExtracting(order -> order.buyer().taxRegistrations())
                .extracting(TaxRegistration::type)
                .containsExactlyInAnyOrder("VAT", "BUSINESS");
        assertThat(orders)
                .flatExtracting(Order::lines)
                .filteredOn(OrderLine::gift)
                .singleElement()
                .satisfies(line -> assertThat(line.giftMessage()).startsWith("Feliz Natal!"))
                .returns("STANDARD", OrderLine::giftWrapLevel);
    }

    @Test
    void readsTheExamplesOfTheModelAndTheirMoneyAddsUp() throws IOException {
        JsonNode paths = read("orders_2026-01-01.json").get("paths");
        JsonNode search = example(paths.get("/orders/2026-01-01/orders"));
        JsonNode get = example(paths.get("/orders/2026-01-01/orders/{orderId}"));

        assertThat(AmazonFixtures.page(search).unreadable()).isEmpty();
        List<Order> orders = new ArrayList<>(AmazonFixtures.page(search).orders());
        orders.add(new AmazonTranslator().toOrder("us", get.get("order")));

        assertThat(orders)
                .hasSizeGreaterThan(1)
                .allSatisfy(order -> assertThat(MoneyProof.require(order)).isEqualTo(order.grandTotal()));
    }

    @Test
    void understandsTheRefusalsOfTheStaticSandbox() throws IOException {
        for (String operation : List.of("searchOrders", "getOrder", "confirmShipment")) {
            for (JsonNode answer : answers(operation, 400)) {
                AmazonCall call = new AmazonShipments(SETTINGS)
                        .confirmCall(due())
                        .withAnswer(new AmazonAnswer(400, answer, false, "r", null, null));

                assertThat(AmazonFailures.refusal(call)).isInstanceOfSatisfying(RejectedException.class, refusal -> {
                    assertThat(refusal.failure().orElseThrow().code()).startsWith("Invalid");
                    assertThat(refusal.failure().orElseThrow().message()).isNotBlank();
                });
            }
        }
    }

    @Test
    void asksOnlyWhatTheModelKnows() throws IOException {
        JsonNode paths = read("orders_2026-01-01.json").get("paths");
        AmazonOrders orders =
                new AmazonOrders(AmazonFixtures.settings("https://example.com", "https://example.com", true));
        OrderSearch search = new OrderSearch("us", Instant.parse("2026-10-01T00:00:00Z"), "t", true);

        requireKnown(orders.searchCall(search), paths.at("/~1orders~12026-01-01~1orders/get"));
        requireKnown(orders.getCall(new OrderKey("us", "1")), paths.at("/~1orders~12026-01-01~1orders~1{orderId}/get"));
    }

    @Test
    void confirmsShipmentsInTheFormOfTheModel() throws IOException {
        ObjectNode schema = AmazonFixtures.JSON.createObjectNode();
        schema.put("$ref", "#/definitions/ConfirmShipmentRequest");
        schema.set("definitions", read("ordersV0.json").get("definitions"));
        JsonSchema model =
                JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V4).getSchema(schema);
        JsonNode body = AmazonFixtures.JSON.readTree(
                new AmazonShipments(SETTINGS).confirmCall(due()).payload());

        assertThat(model.validate(body)).isEmpty();
        assertThat(body.at("/packageDetail/packageReferenceId").isTextual()).isTrue();
        assertThat(body.at("/packageDetail/shipDate").asText())
                .hasSameSizeAs("2022-02-11T01:00:00.123Z")
                .endsWith("Z");
    }

    @Test
    void sendsTheSameFieldsAsTheStaticSandboxExpects() throws IOException {
        JsonNode expected = cases("confirmShipment")
                .filter(given -> given.get("status").asInt() == 204)
                .findFirst()
                .orElseThrow()
                .at("/requestParameters/body");

        ConfirmShipmentRequest read = AmazonFixtures.JSON
                .copy()
                .configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false)
                .treeToValue(expected, ConfirmShipmentRequest.class);

        assertThat(read.packageDetail())
                .extracting(
                        PackageDetail::packageReferenceId, PackageDetail::carrierCode, PackageDetail::trackingNumber)
                .containsExactly("1", "FedEx", "112345678");
        assertThat(read.packageDetail().orderItems()).hasSize(1);
    }

    private static void requireKnown(AmazonCall call, JsonNode operation) {
        assertThat(operation.isMissingNode()).isFalse();
        for (String parameter : call.query().split("&")) {
            String name = parameter.substring(0, parameter.indexOf('='));
            JsonNode known = stream(operation.get("parameters"))
                    .filter(candidate -> name.equals(candidate.path("name").asText()))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("The model knows no parameter " + name));
            List<String> values =
                    stream(known.at("/items/enum")).map(JsonNode::asText).toList();
            if (!values.isEmpty()) {
                assertThat(parameter.substring(name.length() + 1).split(",")).isSubsetOf(values);
            }
        }
    }

    private static List<JsonNode> answers(String operation, int status) throws IOException {
        return cases(operation)
                .filter(given -> given.get("status").asInt() == status)
                .map(given -> given.get("response"))
                .toList();
    }

    private static Stream<JsonNode> cases(String operation) throws IOException {
        String api = "confirmShipment".equals(operation) ? "ordersV0" : "orders_2026-01-01";
        return stream(read("static-sandbox-cases.json"))
                .filter(given -> api.equals(given.get("api").asText()))
                .filter(given -> operation.equals(given.get("operationId").asText()));
    }

    private static JsonNode example(JsonNode path) {
        return path.at("/get/responses/200/examples/application~1json");
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(array.iterator(), 0), false);
    }

    private static JsonNode read(String file) throws IOException {
        return AmazonFixtures.JSON.readTree(CONTRACTS.resolve(file).toFile());
    }

    private static DuePackage due() {
        return new DuePackage(
                new OrderKey("us", "902-1106328-1059050"),
                "ATVPDKIKX0DER",
                1,
                1,
                new Carrier("Other", "Local Courier", null, Carrier.Source.UNMAPPED),
                "112345678",
                Instant.parse("2022-02-11T01:00:00.123Z"),
                Map.of("79039765272157", 1),
                Map.of(),
                false,
                false,
                false,
                1);
    }
}
