package io.fulfillmenthub.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.fulfillmenthub.order.Order;
import io.fulfillmenthub.order.SampleOrders;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Nothing of a person or a secret reaches the report of a check. */
class MasksTest {

    @Test
    void peopleAreMadeUpAndWhatDecidesAboutAnOrderStays() {
        Order real = SampleOrders.unshipped("111-2222222-3333333");

        Order masked = Masks.masked(real);

        assertThat(masked.shipTo().lines())
                .containsExactly("1 Sample Street")
                .isNotSameAs(real.shipTo().lines());
        assertThat(masked.shipTo().city())
                .isEqualTo("Sampletown")
                .isNotEqualTo(real.shipTo().city());
        assertThat(masked.shipTo().postalCode()).isNotEqualTo(real.shipTo().postalCode());
        assertThat(masked.shipTo().region()).isEqualTo(real.shipTo().region());
        assertThat(masked.grandTotal()).isEqualTo(real.grandTotal());
        assertThat(masked.lines()).isEqualTo(real.lines());
        assertThat(masked.key()).isEqualTo(real.key());
    }

    @Test
    void secretsAndTheTimeOfTheCheckAreStruckOut() {
        Masks masks = new Masks(List.of("s3cr3t-value", "short"));
        assertThat(masks.clean("x s3cr3t-value short " + Instant.now() + " 2020-01-02T03:04:05Z"))
                .isEqualTo("x *** short <now> 2020-01-02T03:04:05Z");
    }
}
