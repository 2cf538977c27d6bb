package io.fulfillmenthub.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.fulfillmenthub.TestDatabase;
import io.fulfillmenthub.order.Order;
import io.fulfillmenthub.order.OrderState;
import io.fulfillmenthub.order.SampleOrders;
import io.fulfillmenthub.order.Shipment;
import io.fulfillmenthub.order.ShipmentPage;
import io.fulfillmenthub.order.ShipmentSearch;
import io.fulfillmenthub.order.SplitRule;
import io.fulfillmenthub.order.Track;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.converter.json.Jackson2ObjectMapperBuilder;
import org.springframework.jdbc.core.simple.JdbcClient;

class ShipmentIntakeTest {

    private static final Instant NOW = Instant.parse("2026-11-21T09:00:00Z");
    private static final Order ORDER = SampleOrders.unshipped("111-0000001-0000001");
    private static final String ITEM = ORDER.lines().get(0).orderItemId();
    private static final OrderDocuments DOCUMENTS =
            new JacksonOrderDocuments(mapper(), new Seal(List.of(TestKeys.FIRST)));

    private static JdbcClient database;

    @BeforeAll
    static void create() {
        database = JdbcClient.create(TestDatabase.newDatabase());
    }

    @BeforeEach
    void importedOrder() {
        LedgerRows ledger = new LedgerRows(database, DOCUMENTS);
        ledger.clear();
        database.sql("truncate shipment_checks, trackless_shipments").update();
        ledger.order(
                ORDER,
                OrderState.IMPORTED,
                "commerce_order_id",
                77L,
                "commerce_items",
                "{\"" + ITEM + "\":501}",
                "units",
                2);
    }

    @Test
    void neverSendsMoreUnitsThanWereOrderedHoweverManyShipmentsCommerceHolds() {
        receive(SplitRule.DEAL, shipment(1, 2, track(11, "A1")), shipment(2, 2, track(12, "A2")));

        assertThat(parcels()).containsExactly("1 A1 PENDING 2", "2 A2 NOT_SENT 0");
    }

    @Test
    void countsAChildOfABundleNotASecondTime() {
        Shipment bundle = new Shipment(1, 77, NOW, NOW, Map.of(501L, 1, 502L, 3), List.of(track(11, "A1")));

        receive(SplitRule.DEAL, bundle);

        assertThat(parcels()).containsExactly("1 A1 PENDING 1");
    }

    @Test
    void givesAllUnitsToTheFirstTrackWhereTheMerchantWantsIt() {
        receive(SplitRule.FIRST, shipment(1, 2, track(11, "A1"), track(12, "A2")));

        assertThat(parcels()).containsExactly("1 A1 PENDING 2", "2 A2 NOT_SENT 0");
    }

    @Test
    void givesATrackThatReplacesAnotherTheParcelOfTheOther() {
        receive(SplitRule.DEAL, shipment(1, 2, track(11, "A1"), track(12, "A2")));

        receive(SplitRule.DEAL, shipment(1, 2, track(12, "A2"), track(13, "A3")));

        assertThat(parcels()).containsExactly("1 A3 PENDING 1", "2 A2 PENDING 1");
    }

    @Test
    void takesInAShipmentTwiceWithoutATrace() {
        receive(SplitRule.DEAL, shipment(1, 1, track(11, "A1")));

        receive(SplitRule.DEAL, shipment(1, 1, track(11, "A1")));

        assertThat(parcels()).containsExactly("1 A1 PENDING 1");
    }

    @Test
    void readsTheShipmentsOfAnOrderOnceMoreThatWasImportedWhenTheyWereSeen() {
        database.sql("insert into shipment_checks (commerce_order_id) values (77)")
                .update();
        ShipmentSearch poll = new ShipmentSearch(NOW, List.of(), 0, false, true);

        ShipmentSearch sweep = intake(SplitRule.DEAL).receive(new ShipmentPage(poll, List.of()));
        assertThat(sweep.commerceOrderIds()).containsExactly(77L);
        ShipmentSearch end =
                intake(SplitRule.DEAL).receive(new ShipmentPage(sweep, List.of(shipment(1, 1, track(11, "A1")))));

        assertThat(end.open()).isFalse();
        assertThat(parcels()).containsExactly("1 A1 PENDING 1");
        assertThat(checks()).isZero();
    }

    private void receive(SplitRule split, Shipment... shipments) {
        ShipmentSearch asked = ShipmentSearch.ofOrders(List.of(77L), true);
        intake(split).receive(new ShipmentPage(asked, List.of(shipments)));
    }

    private static ShipmentIntake intake(SplitRule split) {
        Duration second = Duration.ofSeconds(1);
        LedgerSettings settings = new LedgerSettings(second, second, second, second, split, Map.of());
        ShipmentCursors cursors = new ShipmentCursors(database, Clock.systemUTC(), new Lanes(database));
        return new ShipmentIntake(database, DOCUMENTS, rows(), cursors, settings);
    }

    private static Shipment shipment(long id, int units, Track... tracks) {
        return new Shipment(id, 77, NOW, NOW, Map.of(501L, units), List.of(tracks));
    }

    private static Track track(long id, String number) {
        return new Track(id, "ups", "UPS", number);
    }

    private static List<String> parcels() {
        return rows().of(ORDER.key()).stream()
                .map(parcel -> parcel.reference() + " " + parcel.number() + " " + parcel.state() + " "
                        + Stream.concat(parcel.units().values().stream(), Stream.of(0))
                                .mapToInt(Integer::intValue)
                                .sum())
                .toList();
    }

    private static int checks() {
        return database.sql("select count(*) from shipment_checks")
                .query(Integer.class)
                .single();
    }

    private static ParcelRows rows() {
        return new ParcelRows(database, new ParcelNotices(database, DOCUMENTS));
    }

    private static ObjectMapper mapper() {
        return Jackson2ObjectMapperBuilder.json().build();
    }
}
