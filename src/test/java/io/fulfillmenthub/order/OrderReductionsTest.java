package io.fulfillmenthub.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OrderReductionsTest {

    private static final Instant NOW = Instant.parse("2026-11-29T09:00:00Z");

    private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    private final OrderReductions reductions =
            new OrderReductions(new UncertainWait(Duration.ofMinutes(3), clock), clock);

    @Test
    void doesNotRefundAgainWhileAnEarlierRefundMayStillBeWorking() {
        BothSides sides = sides("0").with(begun(NOW.minusSeconds(60)));

        assertThatThrownBy(() -> reductions.begin(sides))
                .isInstanceOf(OutcomeUnknownException.class)
                .hasMessageContaining("An earlier refund may still be working in Commerce; looking again in 120 s");
    }

    @Test
    void knowsAnUnheardRefundByTheMoneyThatWentBack() {
        assertThat(sides("0").with(begun(NOW)).reductionUnheard()).isFalse();
        assertThat(sides("7.77").with(begun(NOW)).reductionUnheard()).isTrue();
        assertThat(sides("7.77").reductionUnheard()).isFalse();
    }

    private static BegunReduction begun(Instant startedAt) {
        return new BegunReduction(1, new BigDecimal("7.77"), BigDecimal.ZERO, startedAt);
    }

    private static BothSides sides(String refunded) {
        Order order = SampleOrders.unshipped("111-0000000-0000775");
        DueOrder due = new DueOrder(
                order, OrderState.IMPORTED, new Decision(Decision.Action.COMPLETE, null), 1, null, 7L, Map.of());
        return new BothSides(
                due,
                new CommerceOrder(
                        7L,
                        "000000007",
                        order.key().amazonOrderId(),
                        "processing",
                        "processing",
                        new BigDecimal("45.71"),
                        new BigDecimal("45.71"),
                        new BigDecimal(refunded),
                        Map.of(),
                        false));
    }
}
