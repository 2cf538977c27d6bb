package io.fulfillmenthub.amazon;

import static org.assertj.core.api.Assertions.assertThat;

import io.fulfillmenthub.order.Buyer;
import io.fulfillmenthub.order.Order;
import io.fulfillmenthub.order.OrderKey;
import io.fulfillmenthub.order.OrderLine;
import io.fulfillmenthub.order.TaxRegistration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What Amazon says of business buyers, gifts and customised items, in the shapes of its static sandbox. */
class AmazonSpecialOrdersTest {

    private final List<Order> orders =
            AmazonFixtures.page(AmazonFixtures.read("special-orders.json")).orders();

    @Test
    void readsTheBuyersTaxRegistrationAndNobodyElses() {
        assertThat(orders.get(0).buyer().taxRegistrations())
                .containsExactly(new TaxRegistration("VAT", "1000000001", "Exemplo Comercio Ltda", null));
        assertThat(orders.get(1).buyer().taxRegistrations())
                .containsExactly(new TaxRegistration("BUSINESS", "TR0000000001", "Ornek AS", "Beyoglu"));
    }

    @Test
    void readsGiftMessageWrappingAndTheLinkOfACustomisedItem() {
        assertThat(orders.get(0).lines().get(0))
                .returns(true, OrderLine::gift)
                .returns("Feliz aniversário!\nAna", OrderLine::giftMessage)
                .returns("STANDARD", OrderLine::giftWrapLevel)
                .returns("https://custom.example/mug?sig=a%2Fb&x=1", OrderLine::customizationUrl);
    }

    @Test
    void readsAGiftWithoutMessageOrWrapping() {
        assertThat(orders.get(1).lines().get(0))
                .returns(true, OrderLine::gift)
                .returns(null, OrderLine::giftMessage)
                .returns(null, OrderLine::giftWrapLevel)
                .returns(null, OrderLine::customizationUrl);
    }

    @Test
    void keepsTheTaxRegistrationAmazonGaveEarlierAndForgetsItWithTheBuyer() {
        Order order = orders.get(0);
        Buyer nameOnly = new Buyer("Test Buyer", null, null, null, List.of());
        Order silent = order.replacing(nameOnly, null, order.lines());

        assertThat(silent.keeping(order).buyer()).isEqualTo(order.buyer());
        assertThat(order.withoutPersonalData().buyer().taxRegistrations()).isEmpty();
        assertThat(order.withoutPersonalData().lines().get(0))
                .returns(null, OrderLine::giftMessage)
                .returns(null, OrderLine::customizationUrl)
                .returns("STANDARD", OrderLine::giftWrapLevel);
        assertThat(order.buyer().taxRegistrations()).asString().doesNotContain("1000000001", "Exemplo");
    }

    @Test
    void asksForTaxRegistrationsOnlyWhereTheyAreWished() {
        OrderKey key = new OrderKey("us", "171-0000001-0000001");
        String url = "https://example.com";

        assertThat(new AmazonOrders(AmazonFixtures.settings(url)).getCall(key).query())
                .endsWith("PACKAGES");
        assertThat(new AmazonOrders(AmazonFixtures.settings(url, url, true))
                        .getCall(key)
                        .query())
                .endsWith("PACKAGES,TAX");
    }
}
