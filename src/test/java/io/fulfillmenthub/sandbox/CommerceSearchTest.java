package io.fulfillmenthub.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommerceSearchTest {

    private static CommerceSandbox sandbox;
    private static CommerceClient client;

    @BeforeAll
    static void start() {
        sandbox = CommerceSandbox.start();
        client = sandbox.client();
        for (String id : List.of("A-1", "A-2", "B-1")) {
            client.post(
                    "/rest/V1/orders",
                    CommerceOrders.entity(CommerceOrders.order().put("ext_order_id", id)));
        }
        client.post(
                "/rest/V1/orders", CommerceOrders.entity(CommerceOrders.order().put("store_id", 2)));
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    @ParameterizedTest(name = "{0} {1} {2} finds {3}")
    @CsvSource({
        "ext_order_id, eq, a-1, 1",
        "ext_order_id, neq, A-1, 2",
        "ext_order_id, in, 'A-1,B-1,NOPE', 2",
        "ext_order_id, nin, 'A-1,B-1', 1",
        "ext_order_id, like, A-%25, 2",
        "ext_order_id, null, 1, 1",
        "ext_order_id, notnull, 1, 3",
        "entity_id, gt, 2, 2",
        "entity_id, gteq, 2, 3",
        "entity_id, lt, 2, 1",
        "entity_id, lteq, 2, 2",
        "grand_total, eq, 48.7800, 4",
        "store_id, eq, 2, 1",
        "created_at, gteq, 2020-01-01T00:00:00Z, 4",
        "customer_email, eq, buyer@example.test, 4"
    })
    void findsByEveryCondition(String field, String condition, String value, int expected) {
        String filter = "searchCriteria[filter_groups][0][filters][0]";

        JsonNode found = orders(filter + "[field]=" + field + "&" + filter + "[condition_type]=" + condition + "&"
                + filter + "[value]=" + value);

        assertThat(found.path("total_count").asInt()).isEqualTo(expected);
        assertThat(found.path("items")).hasSize(expected);
    }

    @Test
    void joinsGroupsByAndAndFiltersByOrInCamelCaseToo() {
        JsonNode found = orders("searchCriteria[filterGroups][0][filters][0][field]=ext_order_id"
                + "&searchCriteria[filterGroups][0][filters][0][value]=A-1"
                + "&searchCriteria[filterGroups][0][filters][1][field]=ext_order_id"
                + "&searchCriteria[filterGroups][0][filters][1][value]=B-1"
                + "&searchCriteria[filterGroups][1][filters][0][field]=entity_id"
                + "&searchCriteria[filterGroups][1][filters][0][value]=2"
                + "&searchCriteria[filterGroups][1][filters][0][conditionType]=gteq");

        assertThat(found.path("items").findValuesAsText("ext_order_id")).containsExactly("B-1");
    }

    @Test
    void sortsAndPages() {
        JsonNode found = orders("searchCriteria[sortOrders][0][field]=entity_id"
                + "&searchCriteria[sortOrders][0][direction]=DESC"
                + "&searchCriteria[pageSize]=2&searchCriteria[currentPage]=2&fields=items[entity_id],total_count");

        assertThat(found).hasToString("{\"items\":[{\"entity_id\":2},{\"entity_id\":1}],\"total_count\":4}");
    }

    @Test
    void answersAnEmptyListAfterTheLastPageAndNullWhenItsFieldsAreChosen() {
        String page = "searchCriteria[pageSize]=2&searchCriteria[currentPage]=99";

        assertThat(orders(page).path("items").isArray()).isTrue();
        assertThat(orders(page + "&fields=items[entity_id],total_count"))
                .hasToString("{\"items\":null,\"total_count\":4}");
    }

    @Test
    void failsOnAnUnknownColumn() {
        CommerceClient.Answer answer = client.get("/rest/V1/orders?searchCriteria[filter_groups][0][filters][0][field]"
                + "=amazon_id&searchCriteria[filter_groups][0][filters][0][value]=1");

        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.message())
                .startsWith("Internal Error. Details are available in Magento log file. Report ID:");
    }

    @Test
    void cutsALongExternalNumberInWhatItStoresButNotInItsAnswer() {
        String longId = "E".repeat(40);
        JsonNode created = client.post(
                        "/rest/V1/orders",
                        CommerceOrders.entity(CommerceOrders.order()
                                .put("ext_order_id", longId)
                                .put("created_at", "2001-01-01 00:00:00")))
                .body();
        int id = created.path("entity_id").asInt();

        JsonNode stored = client.get("/rest/V1/orders/" + id).body();
        sandbox.world().orders.remove(id);

        assertThat(created.path("ext_order_id").asText()).isEqualTo(longId);
        assertThat(stored.path("ext_order_id").asText()).hasSize(32);
        assertThat(stored.path("created_at").asText()).isEqualTo("2001-01-01 00:00:00");
    }

    private static JsonNode orders(String query) {
        CommerceClient.Answer answer = client.get("/rest/V1/orders?" + query);
        assertThat(answer.status()).isEqualTo(200);
        return answer.body();
    }
}
