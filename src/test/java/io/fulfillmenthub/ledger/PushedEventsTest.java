package io.fulfillmenthub.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.fulfillmenthub.TestDatabase;
import io.fulfillmenthub.order.OrderState;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class PushedEventsTest {

    private static final String NOW = "1795680000";
    private static final String BODY = "{\"event\":{\"data\":{\"value\":{\"entity_id\":9,\"order_id\":\"77\"}}}}";

    private static JdbcClient database;

    @BeforeAll
    static void create() {
        database = JdbcClient.create(TestDatabase.newDatabase());
    }

    @BeforeEach
    void importedOrder() {
        LedgerRows ledger = new LedgerRows(database, null);
        ledger.clear();
        database.sql("truncate shipment_checks, push_events").update();
        ledger.order("111-1", OrderState.IMPORTED, "commerce_order_id", 77L);
    }

    @Test
    void takesInNothingWithoutASecret() {
        assertThat(events("").enabled()).isFalse();
        assertThat(events("s").enabled()).isTrue();
    }

    @Test
    void believesOnlyWhoKnowsTheSecretAndSendsNow() {
        // HMAC-SHA256 of "1795680000.{}" with the key "s", made with openssl
        String right = "sha256=4ca75ee70e14564d2a06a5de5b63da35b05e52e12f76130ec56e0bb322705f39";

        assertThat(events("s").genuine(NOW, right, "{}")).isTrue();
        assertThat(events("s").genuine(NOW, right, "{ }")).isFalse();
        assertThat(events("t").genuine(NOW, right, "{}")).isFalse();
        assertThat(events("s").genuine("1795679000", right, "{}")).isFalse();
        assertThat(events("s").genuine(null, right, "{}")).isFalse();
        assertThat(events("s").genuine(NOW, null, "{}")).isFalse();
    }

    @Test
    void asksForTheShipmentsOfItsOrderOnceHoweverOftenItComes() {
        assertThat(events("s").receive("e-1", NOW, BODY)).isEqualTo(1);
        database.sql("delete from shipment_checks").update();

        assertThat(events("s").receive("e-1", NOW, BODY)).isZero();
        assertThat(checks()).isZero();
        assertThat(events("s").receive("e-2", NOW, BODY)).isEqualTo(1);
        assertThat(checks()).isEqualTo(1);
    }

    @Test
    void ignoresOrdersThatAreNoneOfTheHubs() {
        assertThat(events("s").receive("e-3", NOW, "{\"order_id\":78}")).isZero();
        assertThat(checks()).isZero();
    }

    @Test
    void takesAnOrderForItsOwnEntity() {
        assertThat(events("s").receive("e-4", NOW, "[{\"entity_id\":77}]")).isEqualTo(1);
    }

    @Test
    void refusesWhatIsNoJson() {
        assertThatThrownBy(() -> events("s").receive("e-5", NOW, "{"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The event is no JSON");
    }

    private static PushedEvents events(String secret) {
        Clock clock = Clock.fixed(Instant.ofEpochSecond(Long.parseLong(NOW)), ZoneOffset.UTC);
        return new PushedEvents(database, new ObjectMapper(), clock, secret);
    }

    private static int checks() {
        return database.sql("select count(*) from shipment_checks where urgent")
                .query(Integer.class)
                .single();
    }
}
