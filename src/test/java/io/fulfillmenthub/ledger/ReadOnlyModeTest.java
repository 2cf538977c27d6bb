package io.fulfillmenthub.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fulfillmenthub.TestDatabase;
import io.fulfillmenthub.order.OrderKey;
import io.fulfillmenthub.order.OutgoingRequest;
import io.fulfillmenthub.order.WithheldException;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class ReadOnlyModeTest {

    private static final OutgoingRequest REQUEST = new OutgoingRequest(
            "commerce",
            new OrderKey("us", "1"),
            "create-order",
            "POST",
            "https://shop/rest/V1/orders",
            "{\"entity\":{\"customer_email\":\"b@example.com\",\"ext_order_id\":\"1\",\"billing_address\":{\"street\":[\"Lane 1\"]}}}");

    private final DataSource database = TestDatabase.newDatabase();

    @Test
    void sendsWhatItMayAndRecordsWhatItMayNotWithoutPersonalData() {
        assertThatCode(() -> mode(false, "https://a.example").pass(() -> REQUEST))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> mode(true, "https://a.example").pass(() -> REQUEST))
                .isInstanceOf(WithheldException.class)
                .hasMessageContaining("create-order");

        assertThat(requests().newest(5))
                .singleElement()
                .satisfies(entry -> assertThat(entry.content())
                        .contains("\"ext_order_id\":\"1\"")
                        .doesNotContain("example.com", "Lane"));
        mode(true, "https://a.example");
        assertThat(requests().waiting()).isEqualTo(1);
        mode(false, "https://a.example");
        assertThat(requests().waiting()).isZero();
    }

    @Test
    void knowsACopyByItsAddressesAndNewAccountsAreNoCopy() {
        mode(false, "https://a.example");

        ReadOnlyMode copy = mode(false, "https://b.example");
        assertThat(copy.report().differences())
                .hasToString("[commerce was https://a.example and is https://b.example]");
        assertThat(mode(false, "https://a.example").active()).isFalse();
        assertThat(copy.confirm("operator")).isTrue();
        assertThat(copy.active()).isFalse();
        assertThat(mode(false, "https://a.example").active()).isTrue();
    }

    @Test
    void takesTheSandboxOnAnotherPortForTheSameAndARealShopForAnother() {
        mode(false, "http://localhost:8080/sandbox/commerce");

        assertThat(mode(false, "http://localhost:18080/sandbox/commerce").active())
                .isFalse();
        assertThat(mode(false, "https://a.example").active()).isTrue();
    }

    private ReadOnlyMode mode(boolean readOnly, String commerce) {
        JdbcClient jdbc = JdbcClient.create(database);
        DeploymentSettings settings =
                new DeploymentSettings(readOnly, Map.of("commerce", commerce, "amazon/" + commerce, "https://amazon"));
        TransactionTemplate transactions = new TransactionTemplate(new JdbcTransactionManager(database));
        ReadOnlyMode mode = new ReadOnlyMode(settings, new Deployment(jdbc, settings), requests(), transactions);
        mode.begin();
        return mode;
    }

    private WithheldRequests requests() {
        JdbcClient jdbc = JdbcClient.create(database);
        return new WithheldRequests(jdbc, new History(jdbc));
    }
}
