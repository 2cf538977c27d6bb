package io.fulfillmenthub;

import static io.fulfillmenthub.Shop.track;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fulfillmenthub.sandbox.AmazonOrders;
import io.fulfillmenthub.sandbox.AmazonWorld;
import io.fulfillmenthub.sandbox.Fault;
import io.fulfillmenthub.sandbox.Faults;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whatever happens to an order, nothing readable of its buyer is anywhere but in the answers to an operator. */
class BuyerPrivacyTest {

    private static final List<String> PERSONAL = List.of(
            "Quillfeather",
            "QUILLFEATHER",
            "Privetmarsh",
            "Gloamwick",
            "555 0147",
            "q7x9k2@marketplace.example",
            "Thistledown",
            "PO-448812",
            "birthday-wish-for-ottoline",
            "GB-778-1290",
            "engraving-31f",
            "Atzr|sandbox-us",
            "amzn1.oa2-cs.v1.sandbox-us",
            "sandbox-access-token",
            "Atza|");
    private static final String ECHO = "Quillfeather of 77 Privetmarsh Lane, Gloamwick, +1 555 0147 0092,"
            + " q7x9k2@marketplace.example, PO-448812, GB-778-1290, birthday-wish-for-ottoline,"
            + " https://custom.example/engraving-31f, is not wanted";

    private static final String COLUMNS = """
            select table_name, string_agg(case data_type when 'bytea' then format('encode(%I, ''escape'')', column_name)
                else format('%I::text', column_name) end, ', ')
            from information_schema.columns join information_schema.tables using (table_schema, table_name)
            where table_schema = current_schema() and table_type = 'BASE TABLE'
                and data_type in ('text', 'character varying', 'json', 'jsonb', 'bytea', 'ARRAY')
            group by table_name""";

    private static final Logger ROOT = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private static final Everything LOG = new Everything();

    private static HubWorld world;
    private static AmazonWorld amazon;
    private static Shop shop;
    private static Hub hub;

    @BeforeAll
    static void open() {
        world = HubWorld.shared();
        amazon = world.sandbox().bean(AmazonWorld.class);
        shop = new Shop(world.sandbox().baseUrl());
        hub = new Hub(world.hubUrl());
        LOG.setContext(ROOT.getLoggerContext());
        LOG.start();
        ROOT.addAppender(LOG);
    }

    @AfterAll
    static void close() {
        ROOT.detachAppender(LOG);
        world.sandbox().bean(Faults.class).clear();
    }

    @Test
    void nothingOfABuyerIsInLogsTablesOrFigures() {
        String shipped = place(9101, "GADGET-2");
        hub.await("us", shipped, "IMPORTED");
        shop.ship(shop.order(shipped).path("entity_id").asLong(), "", track("ups", "UPS", "1Z999AA10123456784"));
        hub.await("us", shipped, "COMPLETED");

        refuse("order-create", 400);
        String refused = place(9102, "GADGET-2");
        hub.await("us", refused, "NEEDS_ATTENTION");
        refuse("order-create", 503);
        String late = place(9103, "GADGET-2");
        hub.await("us", late, "IMPORTED");
        String parked = place(9104, "NO-SUCH-SKU-9104");
        hub.await("us", parked, "NEEDS_ATTENTION");
        world.sandbox()
                .bean(Faults.class)
                .add(Fault.of("amazon", "search-orders", Fault.Kind.STATUS)
                        .answering(
                                400,
                                "application/json",
                                "{\"errors\":[{\"code\":\"InvalidInput\",\"message\":\"Neither"
                                        + " q7x9k2@marketplace.example nor +1 555 0147 0092\"}]}"));
        hub.post("/api/orders/us/" + late + "/cancel", "{\"reason\":\"NoInventory\"}");
        hub.await("us", late, "CANCELLED");

        assertThat(LOG.lines).isNotEmpty();
        assertThat(leaks(String.join("\n", LOG.lines))).as("in the log").isEmpty();
        columns()
                .forEach((table, texts) -> assertThat(leaks(rows(table, texts)))
                        .as("in the table " + table)
                        .isEmpty());
        assertThat(leaks(hub.text("/actuator/prometheus"))).as("in the figures").isEmpty();
        eraseTheBuyer(shipped);
    }

    private static void eraseTheBuyer(String shipped) {
        assertThat(hub.get("/api/orders?buyer=quillFEATHER").path("total").asInt())
                .isEqualTo(4);

        JsonNode proof = hub.post("/api/erasure", "{\"email\":\"Q7X9K2@marketplace.example\"}");

        assertThat(proof.path("requestedBy").asText()).isEqualTo("operator");
        assertThat(proof.path("orders")).hasSize(4);
        assertThat(proof.path("orders"))
                .filteredOn(order -> order.path("erased").asBoolean())
                .hasSize(2);
        JsonNode erased = hub.order("us", shipped);
        assertThat(erased.path("buyerName").isNull()).isTrue();
        assertThat(leaks(erased.toString())).isEmpty();
        assertThat(erased.path("history").toString()).contains("PERSONAL_DATA_REMOVED");
        assertThat(hub.post("/api/erasure", "{\"email\":\"nobody@marketplace.example\"}")
                        .path("error")
                        .asText())
                .contains("no such order");
        assertThat(hub.post("/api/erasure", "{}").path("error").asText()).contains("amazonOrderId");
        assertThat(hub.post("/api/erasure", "not JSON").path("error").asText()).contains("amazonOrderId");
    }

    private static List<String> leaks(String text) {
        return PERSONAL.stream().filter(text::contains).toList();
    }

    /** @return every table with columns that could hold something readable, each as an expression that makes it so */
    private static Map<String, String> columns() {
        Map<String, String> tables = world
                .bean(JdbcClient.class)
                .sql(COLUMNS)
                .query((row, number) -> Map.entry(row.getString(1), row.getString(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        assertThat(tables)
                .containsKeys(
                        "orders", "history", "effects", "withheld_requests", "received_shipments", "cancellations");
        return tables;
    }

    private static String rows(String table, String texts) {
        return world
                .bean(JdbcClient.class)
                .sql("select concat_ws(E'\\n', " + texts + ") from " + table)
                .query(String.class)
                .list()
                .stream()
                .collect(Collectors.joining("\n"));
    }

    private static void refuse(String operation, int status) {
        world.sandbox()
                .bean(Faults.class)
                .add(Fault.of("commerce", operation, Fault.Kind.STATUS)
                        .answering(status, "application/json", "{\"message\":\"" + ECHO + "\"}"));
    }

    private static String place(long seed, String sku) {
        ObjectNode order = AmazonOrders.seeded(seed)
                .in("ATVPDKIKX0DER")
                .status("UNSHIPPED")
                .fulfilledBy("MERCHANT")
                .lines(1)
                .next();
        ((ObjectNode) order.path("buyer"))
                .put("buyerName", "Ottoline Quillfeather")
                .put("buyerEmail", "q7x9k2@marketplace.example")
                .put("buyerCompanyName", "Thistledown & Sons")
                .put("buyerPurchaseOrderNumber", "PO-448812");
        ((ObjectNode) order.path("recipient").path("deliveryAddress"))
                .put("name", "Ottoline QUILLFEATHER")
                .put("addressLine1", "77 Privetmarsh Lane")
                .put("city", "Gloamwick")
                .put("phone", "+1 555 0147 0092");
        order.putObject("tax")
                .putArray("taxRegistrations")
                .addObject()
                .put("entityType", "BUYER")
                .put("taxRegistrationType", "VAT")
                .put("taxRegistrationNumber", "GB-778-1290")
                .put("legalName", "Thistledown Ltd");
        ObjectNode item = (ObjectNode) order.path("orderItems").get(0);
        item.withObject("/fulfillment/packing/giftOption").put("giftMessage", "birthday-wish-for-ottoline");
        ObjectNode product = ((ObjectNode) item.path("product")).put("sellerSku", sku);
        product.putObject("customization").put("customizedUrl", "https://custom.example/engraving-31f");
        amazon.place(order);
        return order.path("orderId").asText();
    }

    private static final class Everything extends AppenderBase<ILoggingEvent> {

        private final Queue<String> lines = new ConcurrentLinkedQueue<>();

        @Override
        protected void append(ILoggingEvent event) {
            boolean ours = event.getLoggerName().startsWith("io.fulfillmenthub");
            if (ours || event.getLevel().isGreaterOrEqual(Level.WARN)) {
                lines.add(event.getFormattedMessage() + " " + ThrowableProxyUtil.asString(event.getThrowableProxy()));
            }
        }
    }
}
