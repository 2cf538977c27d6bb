package io.fulfillmenthub.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CallTrailTest {

    @AfterEach
    void close() {
        CallTrail.close();
    }

    @Test
    void keepsTheCallsOfAWorkerUntilTheyAreWrittenDown() {
        CallTrail.open();
        CallTrail.begin("commerce", "create-order");
        CallTrail.end(200, null);
        CallTrail.begin("amazon", "get-order");
        CallTrail.end(503, "r-1");

        assertThat(CallTrail.take())
                .extracting(CallOutcome::side, CallOutcome::operation, CallOutcome::status, CallOutcome::requestId)
                .containsExactly(
                        tuple("commerce", "create-order", 200, null), tuple("amazon", "get-order", 503, "r-1"));
        assertThat(CallTrail.take()).isEmpty();
    }

    @Test
    void aCallWithoutAnEndHadNoAnswer() {
        CallTrail.open();
        CallTrail.begin("commerce", "create-order");
        assertThat(CallTrail.take())
                .singleElement()
                .extracting(CallOutcome::status)
                .isEqualTo(0);
    }

    @Test
    void nothingIsKeptForNobody() {
        CallTrail.begin("amazon", "search-orders");
        CallTrail.end(200, null);
        assertThat(CallTrail.take()).isEmpty();
    }

    @Test
    void theNextWorkBeginsWithoutTheCallsOfTheLast() {
        CallTrail.open();
        CallTrail.begin("amazon", "get-order");
        CallTrail.end(200, null);
        CallTrail.open();
        assertThat(CallTrail.take()).isEmpty();
    }
}
