package io.fulfillmenthub.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.fulfillmenthub.ledger.LedgerFigures.Reading;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RecentReadingTest {

    private final AtomicInteger readings = new AtomicInteger();
    private Instant now = Instant.parse("2026-03-01T10:00:00Z");

    @Test
    void readsAtMostOnceInFiveSeconds() {
        RecentReading<Reading> figures = new RecentReading<>(this::read, new Handset());
        figures.get();
        now = now.plusSeconds(5);
        figures.get();
        assertThat(readings).hasValue(1);
        now = now.plus(Duration.ofMillis(1));
        assertThat(figures.get().backlogAge()).isEqualTo(2.0);
        assertThat(readings).hasValue(2);
    }

    @Test
    void keepsFiguresThatCostMoreForLonger() {
        RecentReading<Reading> figures = new RecentReading<>(this::read, new Handset(), Duration.ofMinutes(1));
        figures.get();
        now = now.plusSeconds(60);
        figures.get();
        assertThat(readings).hasValue(1);
        now = now.plusSeconds(1);
        figures.get();
        assertThat(readings).hasValue(2);
    }

    private Reading read() {
        return new Reading(Map.of("backlog", (double) readings.incrementAndGet()));
    }

    private final class Handset extends Clock {

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
