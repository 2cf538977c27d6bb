package io.fulfillmenthub.ledger;

import static io.fulfillmenthub.ledger.Cancellations.bind;
import static io.fulfillmenthub.ledger.Cancellations.require;

import io.fulfillmenthub.order.DueCancellation;
import io.fulfillmenthub.order.QuotaExhaustedException;
import io.fulfillmenthub.order.ReasonCode;
import io.fulfillmenthub.order.RejectedException;
import java.time.Duration;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The feeds of cancellations: one submission of an account at a time, so that a lost answer can be found again. */
@Component("cancellationFeeds")
public class CancellationFeeds {

    private static final String OPEN = """
            select count(*) from cancellations where account_id = :account and amazon_order_id <> :order
                and state = 'PENDING' and begun_at is not null and feed_id is null""";
    private static final String RIVAL = """
            select count(*) from cancellations r join cancellations c using (account_id)
            where c.account_id = :account and c.amazon_order_id = :order and c.attempt = :attempt
                and r.amazon_order_id <> c.amazon_order_id and r.feed_id is null
                and r.begun_at > c.begun_at - interval '15 minutes'""";
    private static final Duration ANOTHER_IS_OPEN = Duration.ofSeconds(2);

    private final JdbcClient jdbc;
    private final History history;

    CancellationFeeds(JdbcClient jdbc, History history) {
        this.jdbc = jdbc;
        this.history = history;
    }

    /**
     * Adopts the feed of a submission whose answer was lost: the only one of its time that no cancellation had.
     *
     * @return the cancellation with it; without one when Amazon has none
     * @throws RejectedException when it cannot be told which feed it is
     */
    @Transactional
    public DueCancellation adopt(DueCancellation due, List<String> feeds) {
        List<String> unknown = feeds.stream().filter(feed -> !known(due, feed)).toList();
        if (unknown.isEmpty()) {
            return due;
        }
        boolean claimedTwice = bind(jdbc, RIVAL, due).query(Long.class).single() > 0;
        if (claimedTwice || unknown.size() > 1) {
            throw new RejectedException(
                    ReasonCode.CANCELLATION_UNCERTAIN,
                    "Amazon's answer to the cancellation was lost, and which feed is its own cannot be told of "
                            + unknown.size());
        }
        return submitted(due.submitted(unknown.get(0)));
    }

    private boolean known(DueCancellation due, String feed) {
        return jdbc.sql("select count(*) from cancellation_feeds where account_id = ? and feed_id = ?")
                        .params(due.key().accountId(), feed)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /**
     * Records that a submission begins, before the call.
     *
     * @throws QuotaExhaustedException while it is not known what became of another one of the account
     */
    @Transactional
    public DueCancellation beginning(DueCancellation due) {
        jdbc.sql("select 1 from pg_advisory_xact_lock(hashtext('cancellation/' || ?))")
                .param(due.key().accountId())
                .query(Integer.class)
                .single();
        if (bind(jdbc, OPEN, due).query(Long.class).single() > 0) {
            throw new QuotaExhaustedException("create-feed", ANOTHER_IS_OPEN);
        }
        require(
                bind(jdbc, "update cancellations set begun_at = now(), updated_at = now()" + Cancellations.FENCE, due)
                        .update(),
                due);
        return due;
    }

    /** Records the feed. */
    @Transactional
    public DueCancellation submitted(DueCancellation due) {
        int rows = bind(
                        jdbc,
                        "update cancellations set feed_id = :feed, state = 'SUBMITTED', attempts = 0, reason = null,"
                                + " note = null, updated_at = now()" + Cancellations.FENCE,
                        due)
                .param("feed", due.feedId())
                .update();
        require(rows, due);
        jdbc.sql("insert into cancellation_feeds (account_id, feed_id, amazon_order_id) values (?, ?, ?)"
                        + " on conflict do nothing")
                .params(due.key().accountId(), due.feedId(), due.key().amazonOrderId())
                .update();
        history.add(due.key(), "CANCELLATION_SENT", "Amazon works on it as feed " + due.feedId());
        return due;
    }
}
