package io.fulfillmenthub.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import io.fulfillmenthub.order.AmazonStatus;
import io.fulfillmenthub.order.Attention;
import io.fulfillmenthub.order.Cancellation;
import io.fulfillmenthub.order.ChargeType;
import io.fulfillmenthub.order.ConfirmedShipment;
import io.fulfillmenthub.order.FulfilledBy;
import io.fulfillmenthub.order.Order;
import io.fulfillmenthub.order.ReasonCode;
import io.fulfillmenthub.order.SampleOrders;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.http.converter.json.Jackson2ObjectMapperBuilder;

/** What subscribers receive, its schemas in docs/schema and its examples in docs/customizing.md say the same. */
class CanonicalContractTest {

    private static final ObjectMapper JSON = Jackson2ObjectMapperBuilder.json()
            .featuresToDisable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();
    private static final Instant THEN = Instant.parse("2026-11-20T10:00:00Z");
    private static final Instant LATER = Instant.parse("2026-11-21T08:00:00Z");

    private static final Order ORDER = SampleOrders.unshipped("111-2222222-3333333");
    private static final Cancellation CANCELLATION =
            new Cancellation("us", "111-2222222-3333333", "ATVPDKIKX0DER", THEN, 42L);
    private static final ConfirmedShipment SHIPMENT = new ConfirmedShipment(
            "us",
            "111-2222222-3333333",
            "ATVPDKIKX0DER",
            1,
            1,
            "UPS",
            null,
            "1Z999AA10123456784",
            LATER,
            Map.of("10000000000001", 2));
    private static final Attention ATTENTION = new Attention(
            "us",
            "111-2222222-3333333",
            "order",
            ReasonCode.PRODUCT_UNKNOWN,
            "Commerce has no product with the SKU GADGET-2",
            ReasonCode.PRODUCT_UNKNOWN.nextStep());

    static Stream<Arguments> contract() {
        return Stream.of(
                Arguments.of("order", ORDER),
                Arguments.of("cancellation", CANCELLATION),
                Arguments.of("shipment", SHIPMENT),
                Arguments.of("attention", ATTENTION));
    }

    @ParameterizedTest
    @MethodSource("contract")
    void whatIsWrittenFollowsTheSchema(String name, Object record) throws IOException {
        assertThat(violations(name, written(record))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("contract")
    void theSchemaKnowsEveryFieldOfTheRecordAndNoOther(String name, Object record) throws IOException {
        JsonNode schema = schema(name);
        Set<String> fields = fields(record.getClass());
        fields.add("schemaVersion");
        assertThat(names(schema.path("properties").fieldNames())).isEqualTo(fields);
        requireEveryField(schema, schema, record.getClass());
    }

    @ParameterizedTest
    @MethodSource("contract")
    void theDocumentedExampleIsWhatIsWritten(String name, Object record) throws IOException {
        String text = Files.readString(Path.of("docs", "customizing.md"));
        JsonNode example = null;
        for (String block : text.split("```json\\n")) {
            JsonNode candidate = block.startsWith("{") ? JSON.readTree(block.split("```")[0]) : JSON.missingNode();
            example = violations(name, candidate).isEmpty() ? candidate : example;
        }
        assertThat(example).isEqualTo(written(record));
    }

    @ParameterizedTest
    @MethodSource("contract")
    void aMissingFieldAndAnotherVersionAreNoticed(String name, Object record) throws IOException {
        ObjectNode broken = (ObjectNode) written(record);
        broken.remove("accountId");
        broken.put("schemaVersion", CanonicalJson.SCHEMA_VERSION + 1);
        assertThat(violations(name, broken)).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource(AmazonStatus.class)
    void anOrderFollowsTheSchemaInEveryStatus(AmazonStatus status) throws IOException {
        for (FulfilledBy channel : FulfilledBy.values()) {
            Order order = SampleOrders.order("111-1", status, channel);
            assertThat(violations("order", written(order))).isEmpty();
        }
    }

    @Test
    void theSchemaKnowsEveryWordOfTheHub() throws IOException {
        JsonNode order = schema("order");
        assertThat(words(order.at("/properties/status/enum"))).isEqualTo(names(AmazonStatus.values()));
        assertThat(words(order.at("/properties/fulfilledBy/enum"))).isEqualTo(names(FulfilledBy.values()));
        assertThat(words(order.at("/$defs/charge/properties/type/enum"))).isEqualTo(names(ChargeType.values()));
    }

    @Test
    void amountsKeepTheirDecimals() {
        assertThat(new CanonicalJson(JSON).write(ORDER)).contains("\"amount\":40.00");
    }

    @Test
    void theVersionDoesNotKeepTheOrderFromBeingRead() throws IOException {
        assertThat(JSON.readValue(new CanonicalJson(JSON).write(ORDER), Order.class))
                .isEqualTo(ORDER);
    }

    private static JsonNode written(Object record) throws IOException {
        return JSON.readTree(new CanonicalJson(JSON).write(record));
    }

    private static Set<String> violations(String name, JsonNode document) throws IOException {
        Set<String> messages = new TreeSet<>();
        JsonSchemaFactory.getInstance(VersionFlag.V202012)
                .getSchema(schema(name))
                .validate(document)
                .forEach(message -> messages.add(message.getMessage()));
        return messages;
    }

    private static JsonNode schema(String name) throws IOException {
        return JSON.readTree(Path.of("docs", "schema", name + ".schema.json").toFile());
    }

    /** Compares the schema of a record, and those of the records in it, with the records' components. */
    private static void requireEveryField(JsonNode root, JsonNode schema, Class<?> record) {
        for (RecordComponent component : record.getRecordComponents()) {
            Class<?> inner = element(component.getGenericType());
            if (inner.isRecord() && inner != record) {
                JsonNode property = resolved(root, schema.path("properties").path(component.getName()));
                assertThat(names(property.path("properties").fieldNames()))
                        .as(component.getName())
                        .isEqualTo(fields(inner));
                requireEveryField(root, property, inner);
            }
        }
    }

    private static Class<?> element(Type type) {
        return type instanceof ParameterizedType generic
                ? (Class<?>) generic.getActualTypeArguments()[0]
                : (Class<?>) type;
    }

    private static JsonNode resolved(JsonNode root, JsonNode property) {
        if (property.has("$ref")) {
            return root.at(property.path("$ref").asText().substring(1));
        }
        if (property.has("oneOf")) {
            return resolved(root, property.path("oneOf").get(1));
        }
        return property.has("items") ? resolved(root, property.path("items")) : property;
    }

    private static Set<String> fields(Class<?> record) {
        return new TreeSet<>(Arrays.stream(record.getRecordComponents())
                .map(RecordComponent::getName)
                .toList());
    }

    private static Set<String> names(java.util.Iterator<String> names) {
        Set<String> all = new TreeSet<>();
        names.forEachRemaining(all::add);
        return all;
    }

    private static Set<String> names(Enum<?>[] constants) {
        return new TreeSet<>(Arrays.stream(constants).map(Enum::name).toList());
    }

    private static Set<String> words(JsonNode array) {
        Set<String> words = new TreeSet<>();
        ((ArrayNode) array).forEach(word -> words.add(word.asText()));
        return words;
    }
}
