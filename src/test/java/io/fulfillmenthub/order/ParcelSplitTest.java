package io.fulfillmenthub.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ParcelSplitTest {

    @Test
    void putsEverythingIntoTheOnlyParcel() {
        assertThat(ParcelSplit.deal(Map.of("a", 2, "b", 1), 1)).containsExactly(Map.of("a", 2, "b", 1));
    }

    @Test
    void dealsUnitsOutOneByOne() {
        assertThat(ParcelSplit.deal(Map.of("a", 3, "b", 1), 2)).containsExactly(Map.of("a", 2), Map.of("a", 1, "b", 1));
    }

    @Test
    void leavesParcelsBeyondTheLastUnitEmpty() {
        assertThat(ParcelSplit.deal(Map.of("a", 1), 3)).containsExactly(Map.of("a", 1), Map.of(), Map.of());
    }

    @Test
    void dealsNothingOutWhileThereIsNoTrack() {
        assertThat(ParcelSplit.deal(Map.of("a", 1), 0)).isEmpty();
    }

    @Test
    void countsNoUnitTwice() {
        assertThat(ParcelSplit.left(Map.of("a", 3, "b", 1), List.of(Map.of("a", 1), Map.of("b", 1))))
                .isEqualTo(Map.of("a", 2));
    }
}
