package io.fulfillmenthub.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.fulfillmenthub.TestDatabase;
import io.fulfillmenthub.order.OrderState;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class ShipmentBacklogTest {

    private static final Instant NOW = Instant.now();

    @Test
    void saysWhenEachAccountIsClearAndWhatGetsLate() {
        JdbcClient database = JdbcClient.create(TestDatabase.newDatabase());
        LedgerRows ledger = new LedgerRows(database, null);
        ledger.order("111-1", OrderState.IMPORTED, "latest_ship_time", NOW.minus(Duration.ofHours(1)));
        ledger.order("111-2", OrderState.IMPORTED, "latest_ship_time", NOW.plus(Duration.ofHours(3)));
        ledger.order("111-3", OrderState.IMPORTED, "latest_ship_time", NOW.plus(Duration.ofHours(20)));
        ledger.order("111-4", OrderState.SHIPPED, "latest_ship_time", NOW.minus(Duration.ofHours(1)));
        for (int parcel = 1; parcel <= 4; parcel++) {
            ledger.parcel("111-1", parcel, "PENDING", "due_at", NOW);
        }
        ledger.parcel("111-1", 5, "SENT", "due_at", NOW);
        ledger.parcel("111-1", 6, "CONFIRMED");

        ShipmentBacklog.Reading reading = new ShipmentBacklog(database, Clock.fixed(NOW, ZoneOffset.UTC)).read();

        assertThat(reading.deadlines()).isEqualTo(new ShipmentBacklog.Deadlines(1, 1, 2));
        assertThat(reading.accounts()).hasSize(1);
        ShipmentBacklog.Account us = reading.accounts().get(0);
        assertThat(us.waiting()).isEqualTo(4);
        assertThat(us.unproven()).isEqualTo(1);
        assertThat(us.clearsAt()).isEqualTo(NOW.plusSeconds(2));
        assertThat(reading.waiting("us")).isEqualTo(4);
        assertThat(reading.waiting("jp")).isZero();
    }
}
