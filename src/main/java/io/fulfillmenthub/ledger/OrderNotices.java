package io.fulfillmenthub.ledger;

import static io.fulfillmenthub.ledger.Columns.time;

import io.fulfillmenthub.order.Order;
import io.fulfillmenthub.order.OrderKey;
import io.fulfillmenthub.order.OrderNotice;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Orders that Amazon's notifications name: each is asked for by itself, as far as the quota allows. Repeats and disorder do no
 * harm, and what is lost on the way is found by the poll.
 */
@Component("orderNotices")
public class OrderNotices {

    private static final int MOST_ATTEMPTS = 10;
    private static final String ASK = """
            insert into order_checks (account_id, amazon_order_id) values (?, ?)
            on conflict (account_id, amazon_order_id)
            do update set asked_at = clock_timestamp(), due_at = clock_timestamp(), attempts = 0""";

    /** A quarter of the burst is left to parcels, which are read back by the same operation. */
    private static final String CLAIM = """
            with allowed as (
                select case when count(*) = 0 then 1 else max(case when coalesce(paused_until > now(), false) then 0
                    else greatest(0, floor(least(burst, tokens + rate * extract(epoch from now() - refilled_at))
                        - burst * 0.25)) end) end as calls
                from quota_buckets where account_id = :account and operation = 'get-order'
            ), due as (
                select account_id, amazon_order_id from order_checks
                where account_id = :account and due_at <= now() and attempts < :attempts
                    and not exists (select 1 from lanes where lane = 'amazon/' || :account and paused_until > now())
                order by due_at limit (select least(10, calls)::int from allowed)
                for update skip locked)
            update order_checks c set attempts = c.attempts + 1, due_at = now() + interval '1 minute' from due
            where c.account_id = due.account_id and c.amazon_order_id = due.amazon_order_id
            returning c.account_id, c.amazon_order_id""";

    private final JdbcClient jdbc;
    private final OrderIntake intake;

    OrderNotices(JdbcClient jdbc, OrderIntake intake) {
        this.jdbc = jdbc;
        this.intake = intake;
    }

    /** Keeps a hint; one that came before, or tells nothing new, is dropped. */
    @Transactional
    public void note(OrderNotice notice) {
        if (fresh(notice) && !known(notice)) {
            jdbc.sql("delete from order_checks where asked_at < now() - interval '1 day'")
                    .update();
            jdbc.sql(ASK)
                    .params(notice.key().accountId(), notice.key().amazonOrderId())
                    .update();
        }
    }

    /** @return the account's orders to ask for now, as many as the quota allows; what is not read is given out again */
    public List<OrderKey> claim(String accountId) {
        return jdbc.sql(CLAIM)
                .param("account", accountId)
                .param("attempts", MOST_ATTEMPTS)
                .query((row, number) -> new OrderKey(row.getString(1), row.getString(2)))
                .list();
    }

    /** Takes in what Amazon says of the order now; another hint that came meanwhile stays. */
    @Transactional
    public void read(Order order) {
        intake.receiveAll(List.of(order));
        jdbc.sql("delete from order_checks where account_id = ? and amazon_order_id = ? and due_at > now()")
                .params(order.accountId(), order.amazonOrderId())
                .update();
    }

    private boolean fresh(OrderNotice notice) {
        if (notice.id().isEmpty()) {
            return true;
        }
        jdbc.sql("delete from push_events where at < now() - interval '30 days'")
                .update();
        return jdbc.sql("insert into push_events (event_id) values (?) on conflict do nothing")
                        .param("amazon/" + notice.id())
                        .update()
                == 1;
    }

    private boolean known(OrderNotice notice) {
        return notice.changedAt() != null
                && jdbc.sql("select count(*) from orders where account_id = ? and amazon_order_id = ?"
                                        + " and last_updated >= ?")
                                .params(
                                        notice.key().accountId(),
                                        notice.key().amazonOrderId(),
                                        time(notice.changedAt()))
                                .query(Long.class)
                                .single()
                        > 0;
    }
}
