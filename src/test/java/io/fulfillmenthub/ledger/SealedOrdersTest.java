package io.fulfillmenthub.ledger;

import static io.fulfillmenthub.ledger.TestKeys.FIRST;
import static io.fulfillmenthub.ledger.TestKeys.SECOND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fulfillmenthub.TestDatabase;
import io.fulfillmenthub.order.ImportPolicy;
import io.fulfillmenthub.order.Order;
import io.fulfillmenthub.order.OrderState;
import io.fulfillmenthub.order.SampleOrders;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.http.converter.json.Jackson2ObjectMapperBuilder;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

class SealedOrdersTest {

    private static final Order ORDER = SampleOrders.unshipped("111-0000001-0000001");

    private final DataSource database = TestDatabase.newDatabase();
    private final JdbcClient jdbc = JdbcClient.create(database);

    @Test
    void keepsNothingOfTheBuyerReadable() {
        receive(List.of(FIRST));

        String row =
                jdbc.sql("select orders::text from orders").query(String.class).single();
        assertThat(row)
                .contains("sealed:first:")
                .doesNotContain("Buyer Example", "Recipient", "Sample Street", "buyer@marketplace.example");
        assertThat(book(List.of(FIRST)).details(ORDER.key()).orElseThrow().order())
                .contains(ORDER);
    }

    @Test
    void findsABuyerByAnyPartOfTheName() {
        receive(List.of(FIRST));

        assertThat(found(List.of(FIRST), "buyer ex")).isEqualTo(1);
        assertThat(found(List.of(FIRST), "MPL")).isEqualTo(1);
        assertThat(found(List.of(FIRST), "xa")).isEqualTo(1);
        assertThat(found(List.of(FIRST), "r")).isEqualTo(1);
        assertThat(found(List.of(FIRST), "recipient")).isZero();
    }

    @Test
    void findsBuyersOfEveryKeyAndThoseOfTheTimeBeforeSealing() {
        receive(List.of(FIRST));
        new LedgerRows(jdbc, documents(List.of(FIRST)))
                .order("111-0000002-0000002", OrderState.READY, "buyer_name", "Other Example");

        assertThat(found(List.of(SECOND, FIRST), "example")).isEqualTo(2);
        assertThat(book(List.of(SECOND, FIRST))
                        .details(ORDER.key())
                        .orElseThrow()
                        .entry()
                        .buyerName())
                .isEqualTo("Buyer Example");
    }

    @Test
    void doesNotStartWithoutTheKeyOfKeptOrders() {
        receive(List.of(FIRST));
        check(List.of(FIRST));

        assertThatThrownBy(() -> check(List.of(SECOND)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("hub.encryption.keys lacks the key first");
        assertThatThrownBy(() -> check(List.of(new SealingKey("first", "quite another secret, long enough to be one"))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("another secret");
    }

    private void check(List<SealingKey> keys) {
        new SealCheck(jdbc, new SealingKeys(keys)).check();
    }

    private long found(List<SealingKey> keys, String buyer) {
        OrderFilter filter = new OrderFilter(Set.of(), Set.of(), null, null, buyer, null, null, null, null, null, null);
        return book(keys).find(filter, OrderSort.NEWEST, 0, 10).total();
    }

    private OrderBook book(List<SealingKey> keys) {
        Seal seal = new Seal(keys);
        BuyerSearch buyers = new BuyerSearch(jdbc, seal, new BuyerIndex(keys));
        return new OrderBook(
                jdbc, documents(keys), buyers, new OrderRows(seal), new WithheldRequests(jdbc, new History(jdbc)));
    }

    private void receive(List<SealingKey> keys) {
        ImportPolicy policy = new ImportPolicy(true, Map.of());
        NewOrderRow row = new NewOrderRow(documents(keys), policy, new Seal(keys), new BuyerIndex(keys));
        new OrderIntake(jdbc, new NamedParameterJdbcTemplate(database), documents(keys), null, row, parcels(), null)
                .receiveAll(List.of(ORDER));
    }

    private ParcelUpdates parcels() {
        return new ParcelUpdates(jdbc, new ParcelRows(jdbc, null), new History(jdbc));
    }

    private static OrderDocuments documents(List<SealingKey> keys) {
        return new JacksonOrderDocuments(Jackson2ObjectMapperBuilder.json().build(), new Seal(keys));
    }
}
