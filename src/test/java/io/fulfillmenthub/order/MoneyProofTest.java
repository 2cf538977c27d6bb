package io.fulfillmenthub.order;

import static io.fulfillmenthub.order.SampleOrders.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class MoneyProofTest {

    @Test
    void addsUpEveryChargeToTheGrandTotal() {
        assertThat(MoneyProof.require(SampleOrders.unshipped("111-0000000-0000001")))
                .isEqualTo(usd("45.71"));
    }

    @Test
    void addsWhatNoLineCarries() {
        Order order = with(usd("50.71"), List.of(new Charge(ChargeType.DELIVERY_TIP, usd("5"), usd("0"), usd("0"))));

        assertThat(MoneyProof.require(order)).isEqualTo(usd("50.71"));
    }

    @Test
    void refusesAGrandTotalThatIsOneCentOff() {
        assertThatThrownBy(() -> MoneyProof.require(with(usd("45.72"), List.of())))
                .isInstanceOfSatisfying(
                        RejectedException.class, e -> assertThat(e.reason()).isEqualTo(ReasonCode.MONEY_MISMATCH))
                .hasMessageContaining("45.71 USD")
                .hasMessageContaining("45.72 USD");
    }

    @Test
    void refusesAnOrderWithoutMoney() {
        assertThatThrownBy(() -> MoneyProof.require(with(null, List.of())))
                .isInstanceOfSatisfying(
                        RejectedException.class, e -> assertThat(e.reason()).isEqualTo(ReasonCode.MONEY_MISSING));
    }

    private static Order with(Money total, List<Charge> charges) {
        Order order = SampleOrders.unshipped("111-0000000-0000001");
        return new Order(
                order.accountId(),
                order.amazonOrderId(),
                order.marketplaceId(),
                order.purchaseDate(),
                order.lastUpdated(),
                order.status(),
                order.statusText(),
                order.fulfilledBy(),
                order.salesChannel(),
                order.programs(),
                order.serviceLevel(),
                order.shipBy(),
                order.deliverBy(),
                order.buyer(),
                order.shipTo(),
                order.lines(),
                charges,
                total,
                order.packages(),
                order.replaces());
    }
}
