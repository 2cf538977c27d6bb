package io.fulfillmenthub.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.fulfillmenthub.check.Replay.Run;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is shown of two runs of the same orders. */
class ComparisonTest {

    private static final String ORDER = "us/111-2222222-3333333";

    @Test
    void theSameRequestsAreNotShown() {
        Comparison comparison = new Comparison(
                run("IMPORTED", request("Commerce POST /orders", "{\"a\": 1}")),
                run("IMPORTED", request("Commerce POST /orders", "{\"a\": 1}")));
        assertThat(comparison.lines()).isEmpty();
        assertThat(comparison.same()).isEqualTo(1);
        assertThat(comparison.worse()).isFalse();
    }

    @Test
    void aChangedBodyIsShownByTheLinesThatDiffer() {
        String before = "{\"a\": 1, \"b\": 2, \"c\": 3, \"d\": 4, \"e\": 5.00}";
        Comparison comparison = new Comparison(
                run("IMPORTED", request("Commerce POST /orders", before)),
                run("IMPORTED", request("Commerce POST /orders", before.replace("5.00", "6.00"))));
        assertThat(comparison.lines())
                .containsExactly(
                        ORDER + "  IMPORTED",
                        "    Commerce POST /orders",
                        "        …",
                        "          \"c\" : 3,",
                        "          \"d\" : 4,",
                        "  -       \"e\" : 5.00",
                        "  +       \"e\" : 6.00",
                        "        }");
    }

    @Test
    void anOrderThatEndsInTroubleIsWorse() {
        Comparison comparison = new Comparison(
                run("IMPORTED", request("Commerce POST /orders", "")), run("NEEDS_ATTENTION: HUB_ERROR"));
        assertThat(comparison.lines())
                .containsExactly(
                        ORDER + "  ends NEEDS_ATTENTION: HUB_ERROR",
                        "    shipped routes: IMPORTED",
                        "  - Commerce POST /orders");
        assertThat(comparison.worse()).isTrue();
        assertThat(new Comparison(run("NEEDS_ATTENTION: A"), run("NEEDS_ATTENTION: A")).worse())
                .isFalse();
    }

    @Test
    void aLongAddressIsCutForTheEye() {
        String head = "Commerce GET /orders?" + "x".repeat(500);
        assertThat(new Comparison(run("IMPORTED"), run("IMPORTED", request(head, ""))).lines())
                .last()
                .asString()
                .startsWith("  + Commerce GET /orders?xxx")
                .endsWith("x…")
                .hasSizeLessThan(200);
    }

    private static Run run(String outcome, Request... requests) {
        return new Run(Map.of(ORDER, outcome), List.of(requests));
    }

    private static Request request(String head, String body) {
        return new Request(ORDER, head, Request.lines(body));
    }
}
