package io.fulfillmenthub.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AmazonOrdersTest {

    @ParameterizedTest
    @ValueSource(strings = {"ATVPDKIKX0DER", "A1F83G8C2ARO7P", "A1PA6795UKMFR9", "A1VC38T7YXB528"})
    void addsUpToTheGrandTotal(String marketplaceId) {
        for (ObjectNode order : orders(marketplaceId)) {
            BigDecimal total = BigDecimal.ZERO;
            for (JsonNode item : order.path("orderItems")) {
                BigDecimal line = amount(item.path("proceeds").path("proceedsTotal"));
                assertThat(sum(item.path("proceeds"))).isEqualTo(line);
                total = total.add(line);
            }
            assertThat(total)
                    .isPositive()
                    .isEqualTo(amount(order.path("proceeds").path("grandTotal")));
            assertThat(sum(order.path("proceeds"))).isEqualTo(total);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ATVPDKIKX0DER", "A1F83G8C2ARO7P", "A1PA6795UKMFR9", "A1VC38T7YXB528"})
    void isValidByAmazonsModel(String marketplaceId) throws IOException {
        ObjectNode all = SandboxCaller.JSON.createObjectNode();
        all.putArray("orders").addAll(orders(marketplaceId));

        assertThat(orders(marketplaceId))
                .allSatisfy(order -> assertThat(order.path("orderId").asText()).matches("\\d{3}-\\d{7}-\\d{7}"));
        AmazonModel.assertValid("SearchOrdersResponse", all);
    }

    @Test
    void repeatsItselfForTheSameSeed() {
        assertThat(orders("ATVPDKIKX0DER")).isEqualTo(orders("ATVPDKIKX0DER"));
    }

    @Test
    void coversTheOddOrdersToo() {
        String us = orders("ATVPDKIKX0DER").toString();
        List<ObjectNode> japanese = orders("A1VC38T7YXB528");

        assertThat(us).contains("O'Brien", "Renée", "giftOption", "DISCOUNT", "\"amount\":\"-", "AMAZON_BUSINESS");
        assertThat(orders("ATVPDKIKX0DER"))
                .anyMatch(order ->
                        !order.path("recipient").path("deliveryAddress").has("phone"));
        assertThat(japanese)
                .allSatisfy(order -> assertThat(order.path("proceeds")
                                .path("grandTotal")
                                .path("amount")
                                .asText())
                        .doesNotContain("."));
    }

    private static List<ObjectNode> orders(String marketplaceId) {
        return AmazonOrders.seeded(11)
                .in(marketplaceId)
                .at(Instant.parse("2026-03-01T12:00:00Z"))
                .next(100);
    }

    private static BigDecimal sum(JsonNode proceeds) {
        BigDecimal sum = BigDecimal.ZERO;
        for (JsonNode breakdown : proceeds.path("breakdowns")) {
            sum = sum.add(amount(breakdown.path("subtotal")));
        }
        return sum;
    }

    private static BigDecimal amount(JsonNode money) {
        return new BigDecimal(money.path("amount").asText());
    }
}
