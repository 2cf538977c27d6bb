package io.fulfillmenthub.ledger;

import static io.fulfillmenthub.ledger.Columns.time;

import io.fulfillmenthub.order.Order;
import io.fulfillmenthub.order.OrderKey;
import io.fulfillmenthub.order.SellerAccount;
import io.fulfillmenthub.order.SellerAccounts;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Orders that should have moved by now: those that wait for Amazon for long, and imported ones that nobody shipped in time.
 * Amazon is asked for each by itself, a few at a time so that parcels find their quota.
 */
@Component("staleOrders")
public class StaleOrders {

    private static final int AT_ONCE = 10;
    private static final String CLAIM = """
            with stale as (
                select account_id, amazon_order_id from orders
                where account_id in (:accounts) and purchase_date > now() - interval '60 days'
                    and received_at < :stale and last_updated < :stale
                    and (state = 'WAITING' or state = 'IMPORTED' and latest_ship_time < :now)
                    and coalesce(refresh_at, :now) <= :now
                order by refresh_at nulls first limit :most
                for update skip locked)
            update orders o set refresh_at = :again from stale
            where o.account_id = stale.account_id and o.amazon_order_id = stale.amazon_order_id
            returning o.account_id, o.amazon_order_id""";

    private final JdbcClient jdbc;
    private final OrderIntake intake;
    private final Clock clock;
    private final RereadSettings settings;
    private final List<String> accounts;

    StaleOrders(JdbcClient jdbc, OrderIntake intake, Clock clock, RereadSettings settings, SellerAccounts accounts) {
        this.jdbc = jdbc;
        this.intake = intake;
        this.clock = clock;
        this.settings = settings;
        this.accounts = accounts.active().stream().map(SellerAccount::id).toList();
    }

    /** @return stale orders that no other hub was given; what is not read is given out again soon */
    public List<OrderKey> claim() {
        if (accounts.isEmpty()) {
            return List.of();
        }
        Instant now = clock.instant();
        return jdbc.sql(CLAIM)
                .param("accounts", accounts)
                .param("now", time(now))
                .param("stale", time(now.minus(settings.staleAfter())))
                .param("again", time(now.plus(settings.staleAfter().dividedBy(24))))
                .param("most", AT_ONCE)
                .query((row, number) -> new OrderKey(row.getString(1), row.getString(2)))
                .list();
    }

    /** Takes in what Amazon says of a stale order now; if it says nothing new, it is asked for again later. */
    @Transactional
    public void refreshed(Order order) {
        intake.receiveAll(List.of(order));
        jdbc.sql("update orders set refresh_at = ? where account_id = ? and amazon_order_id = ?")
                .params(time(clock.instant().plus(settings.staleAfter())), order.accountId(), order.amazonOrderId())
                .update();
    }
}
