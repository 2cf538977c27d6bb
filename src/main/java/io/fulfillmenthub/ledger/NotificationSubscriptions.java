package io.fulfillmenthub.ledger;

import io.fulfillmenthub.order.NotificationSubscription;
import io.fulfillmenthub.order.RejectedException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which accounts' notifications an operator wants, and what Amazon made of it. */
@Component("notificationSubscriptions")
public class NotificationSubscriptions {

    private static final Logger LOG = LoggerFactory.getLogger(NotificationSubscriptions.class);
    private static final String ASK = """
            insert into notification_subscriptions as s (account_id, queue, asked_by) values (?, ?, ?)
            on conflict (account_id) do update set queue = excluded.queue, asked_by = excluded.asked_by, state = 'ASKED',
                destination_id = null, subscription_id = null, note = null, attempts = 0, asked_at = now(), due_at = now(),
                updated_at = now()""";
    private static final String CLAIM = """
            update notification_subscriptions set attempts = attempts + 1, due_at = now() + interval '1 minute'
            where account_id = ? and due_at <= now()
            returning account_id, queue""";

    private final JdbcClient jdbc;
    private final ReadOnlyMode readOnly;

    NotificationSubscriptions(JdbcClient jdbc, ReadOnlyMode readOnly) {
        this.jdbc = jdbc;
        this.readOnly = readOnly;
    }

    /** Keeps an operator's wish; asked again it is checked again, and nothing is made twice. */
    public void ask(String accountId, String queue, String operator) {
        jdbc.sql(ASK).params(accountId, queue, operator).update();
    }

    /** @return what is known of an account's subscription, empty when nobody asked for it */
    public Optional<Map<String, Object>> find(String accountId) {
        return jdbc
                .sql(
                        "select account_id as \"accountId\", queue, state, destination_id as \"destinationId\","
                                + " subscription_id as \"subscriptionId\", note from notification_subscriptions where account_id = ?")
                .param(accountId)
                .query()
                .listOfRows()
                .stream()
                .findFirst();
    }

    /** @return the account's wish if it is due and the hub may change something; one hub gets it */
    public List<NotificationSubscription> due(String accountId) {
        if (readOnly.active()) {
            return List.of();
        }
        return jdbc.sql(CLAIM)
                .param(accountId)
                .query((row, number) ->
                        new NotificationSubscription(row.getString("account_id"), row.getString("queue"), null, null))
                .list();
    }

    /** Records that Amazon sends. */
    public void subscribed(NotificationSubscription done) {
        jdbc.sql("update notification_subscriptions set state = 'ACTIVE', destination_id = ?, subscription_id = ?,"
                        + " note = null, due_at = null, updated_at = now() where account_id = ?")
                .params(done.destinationId(), done.subscriptionId(), done.accountId())
                .update();
        LOG.info("notification-subscribe {} is subscribed", done.accountId());
    }

    /** Records why Amazon does not send; only a refusal ends the attempts. */
    public void failed(NotificationSubscription wish, Exception failure) {
        boolean refused = failure instanceof RejectedException;
        jdbc.sql("update notification_subscriptions set state = ?, note = ?, updated_at = now(),"
                        + " due_at = case when ? then null else now() + make_interval(mins => least(60, attempts)) end"
                        + " where account_id = ?")
                .params(refused ? "REFUSED" : "ASKED", failure.getMessage(), refused, wish.accountId())
                .update();
        LOG.warn("notification-subscribe {}: {}", wish.accountId(), failure.getMessage());
    }
}
