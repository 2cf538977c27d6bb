package io.fulfillmenthub.amazon;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fulfillmenthub.HostileOrders;
import io.fulfillmenthub.order.Order;
import io.fulfillmenthub.order.OrderPage;
import io.fulfillmenthub.order.RejectedException;
import java.util.Optional;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Any order that Amazon's definitions allow is read, or refused with a reason and without a word of its content. */
class AmazonTranslatorPropertyTest {

    private final AmazonTranslator translator = new AmazonTranslator();

    @Property(tries = 600, seed = "20261129")
    void readsOrRefusesAnyOrder(@ForAll long seed, @ForAll @IntRange(max = 60) int oddness) {
        translated(HostileOrders.order(seed, oddness / 100.0)).ifPresent(this::requireStorable);
    }

    @Property(tries = 100, seed = "20261130")
    void readsEveryUsualOrder(@ForAll long seed) {
        assertThat(translated(HostileOrders.order(seed, 0))).isPresent();
    }

    @Property(tries = 100, seed = "20261131")
    void losesNoOrderOfAPage(@ForAll long seed) {
        ObjectNode answer = new ObjectMapper().createObjectNode().put("lastUpdatedBefore", "2026-11-20T12:00:00Z");
        var orders = answer.putArray("orders");
        for (int i = 0; i < 5; i++) {
            orders.add(HostileOrders.order(seed + i, 0.2));
        }
        orders.addNull().add(17).add("text").addArray();

        OrderPage page = AmazonFixtures.page(answer);

        assertThat(page.orders().size() + page.unreadable().size()).isEqualTo(9);
    }

    @Example
    void refusesNumbersAsLongAsABook() {
        ObjectNode order = HostileOrders.order(1, 0);
        ((ObjectNode) order.path("proceeds").path("grandTotal")).put("amount", "9".repeat(1_000_000));

        assertThat(translated(order)).isEmpty();
    }

    private Optional<Order> translated(ObjectNode json) {
        try {
            return Optional.of(translator.toOrder("us", json));
        } catch (RejectedException e) {
            assertThat(e.getMessage()).isNotBlank().hasSizeLessThan(300).doesNotContain("DROP TABLE", "<script>");
            return Optional.empty();
        }
    }

    private void requireStorable(Order order) {
        order.buyerName().ifPresent(AmazonTranslatorPropertyTest::requireStorable);
        requireStorable(String.valueOf(order.marketplaceId()));
        order.lines().forEach(line -> requireStorable(line.title() + line.sku()));
    }

    private static void requireStorable(String text) {
        assertThat(text.codePoints().noneMatch(c -> c == 0 || c >= 0xD800 && c <= 0xDFFF))
                .isTrue();
    }
}
