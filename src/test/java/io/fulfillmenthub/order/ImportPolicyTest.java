package io.fulfillmenthub.order;

import static io.fulfillmenthub.order.Decision.Action.CANCEL;
import static io.fulfillmenthub.order.Decision.Action.COMPLETE;
import static io.fulfillmenthub.order.Decision.Action.IGNORE;
import static io.fulfillmenthub.order.Decision.Action.IMPORT;
import static org.assertj.core.api.Assertions.assertThat;

import io.fulfillmenthub.order.Decision.Action;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The creation matrix of Amazon Sales Channel: channel × status. */
class ImportPolicyTest {

    private final ImportPolicy policy = new ImportPolicy(true, Map.of());

    @ParameterizedTest(name = "{0} {1} → {2}")
    @CsvSource({
        "MERCHANT, PENDING, WAIT, PENDING",
        "MERCHANT, PENDING_AVAILABILITY, WAIT, PENDING",
        "MERCHANT, UNSHIPPED, IMPORT,",
        "MERCHANT, PARTIALLY_SHIPPED, IMPORT,",
        "MERCHANT, SHIPPED, IMPORT,",
        "MERCHANT, CANCELLED, CANCEL, CANCELLED_AT_AMAZON",
        "MERCHANT, UNFULFILLABLE, IGNORE, UNFULFILLABLE",
        "MERCHANT, UNKNOWN, WAIT, STATUS_UNKNOWN",
        "AMAZON, PENDING, WAIT, PENDING",
        "AMAZON, PENDING_AVAILABILITY, WAIT, PENDING",
        "AMAZON, UNSHIPPED, WAIT, AWAITING_AMAZON_SHIPMENT",
        "AMAZON, PARTIALLY_SHIPPED, WAIT, AWAITING_AMAZON_SHIPMENT",
        "AMAZON, SHIPPED, IMPORT,",
        "AMAZON, CANCELLED, CANCEL, CANCELLED_AT_AMAZON",
        "AMAZON, UNFULFILLABLE, IGNORE, UNFULFILLABLE",
        "AMAZON, UNKNOWN, WAIT, STATUS_UNKNOWN"
    })
    void decidesByChannelAndStatus(FulfilledBy channel, AmazonStatus status, Action action, ReasonCode reason) {
        Decision decision = policy.decide(SampleOrders.order("111-0000000-0000001", status, channel), false, false);

        assertThat(decision.action()).isEqualTo(action);
        assertThat(decision.why().orElse(null)).isEqualTo(reason);
    }

    @Test
    void neverImportsOrdersCreatedBeforeTheCutOff() {
        ImportPolicy cutOff = new ImportPolicy(true, Map.of("us", Instant.parse("2026-11-20T09:00:01Z")));

        assertThat(cutOff.decide(SampleOrders.unshipped("111-0000000-0000001"), false, false))
                .isEqualTo(new Decision(IGNORE, ReasonCode.BEFORE_CUT_OFF));
    }

    @Test
    void importsNothingWhenTheImportIsDisabled() {
        assertThat(new ImportPolicy(false, Map.of())
                        .decide(SampleOrders.unshipped("111-0000000-0000001"), false, false))
                .isEqualTo(new Decision(IGNORE, ReasonCode.IMPORT_DISABLED));
    }

    @Test
    void anAccountMayDecideForItselfWhetherItsOrdersAreImported() {
        ImportPolicy onlyOthers = new ImportPolicy(true, Map.of("us", false), Map.of());
        ImportPolicy onlyThis = new ImportPolicy(false, Map.of("us", true), Map.of());
        Order order = SampleOrders.unshipped("111-0000000-0000001");

        assertThat(onlyOthers.decide(order, false, false).why()).contains(ReasonCode.IMPORT_DISABLED);
        assertThat(onlyThis.decide(order, false, false).action()).isEqualTo(IMPORT);
    }

    @ParameterizedTest
    @EnumSource(AmazonStatus.class)
    void asksCommerceFirstWheneverACreationMayHaveHappened(AmazonStatus status) {
        Order order = SampleOrders.order("111-0000000-0000001", status, FulfilledBy.MERCHANT);

        assertThat(policy.decide(order, false, true).action()).isEqualTo(IMPORT);
    }

    @ParameterizedTest
    @EnumSource(AmazonStatus.class)
    void neverImportsAnOrderThatIsInCommerce(AmazonStatus status) {
        Order order = SampleOrders.order("111-0000000-0000001", status, FulfilledBy.MERCHANT);

        assertThat(policy.decide(order, true, false).action())
                .isEqualTo(status == AmazonStatus.CANCELLED ? CANCEL : COMPLETE);
    }
}
