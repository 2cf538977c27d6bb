package io.fulfillmenthub.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fulfillmenthub.ledger.OrderEntry;
import io.fulfillmenthub.order.OrderState;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The lines of a download. */
class OrderCsvTest {

    private static final OrderEntry ORDER = new OrderEntry(
            "111-2222222-3333333",
            "us",
            null,
            Instant.parse("2026-03-01T10:00:00Z"),
            "UNSHIPPED",
            "MERCHANT",
            null,
            null,
            null,
            OrderState.READY,
            null,
            null,
            null,
            "=1+1",
            0,
            Instant.parse("2026-03-01T10:00:00Z"));

    private int lines;

    @Test
    void endsSoonAfterWhoeverWantedItHasGone() {
        OrderCsv csv = new OrderCsv(new PrintWriter(new GoneReader()), new Presentation());

        assertThatThrownBy(() -> {
                    for (lines = 0; lines < 1_000_000; lines++) {
                        csv.add(ORDER);
                    }
                })
                .isInstanceOf(OrderCsv.AbandonedException.class);
        assertThat(lines).isLessThan(1_000);
    }

    /** A connection that the other side has closed. */
    private static final class GoneReader extends Writer {

        @Override
        public void write(char[] text, int from, int length) throws IOException {
            throw new IOException("gone");
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
