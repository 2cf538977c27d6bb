package io.fulfillmenthub.ledger;

import static io.fulfillmenthub.ledger.Columns.time;

import io.fulfillmenthub.order.Slot;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Hand-overs that happen once more because an operator asks for it; each leaves a line in its order's history. */
@Component
public class Replays {

    private static final Logger LOG = LoggerFactory.getLogger(Replays.class);

    private static final String HISTORY = """
            insert into history (account_id, amazon_order_id, event, note, actor)
            select distinct account_id, amazon_order_id, 'replay', 'Replay to ' || :subscriber || ' asked for', :actor
            from again""";

    private static final String AGAIN = """
            with again as (
                update deliveries
                set state = 'PENDING', due_at = now(), attempts = 0, reason = null, note = null, round = round + 1,
                    updated_at = now()
                where subscriber = :subscriber and locked_until <= now()
                    and (state = 'NEEDS_ATTENTION' or state = 'DELIVERED' and not :parkedOnly)
                    and (:from::timestamptz is null or created_at >= :from)
                    and (:to::timestamptz is null or created_at <= :to)
                returning account_id, amazon_order_id
            ), noted as (%s)
            select count(*) from again""".formatted(HISTORY);

    /** Orders that were imported before the subscriber was there. */
    private static final String FOR_THE_FIRST_TIME = """
            with again as (
                insert into deliveries (account_id, amazon_order_id, subscriber, slot, state, due_at, created_at)
                select account_id, amazon_order_id, :subscriber, 'order-imported', 'PENDING', now(), imported_at
                from orders
                where imported_at is not null and document is not null
                    and (:from::timestamptz is null or imported_at >= :from)
                    and (:to::timestamptz is null or imported_at <= :to)
                order by imported_at
                on conflict do nothing
                returning account_id, amazon_order_id
            ), noted as (%s)
            select count(*) from again""".formatted(HISTORY);

    private final JdbcClient database;
    private final LedgerSettings settings;

    Replays(JdbcClient database, LedgerSettings settings) {
        this.database = database;
        this.settings = settings;
    }

    /**
     * Makes hand-overs due now; those a worker holds at this moment are left out.
     *
     * @param actor the operator's name, for the history
     * @return how many
     */
    @Transactional
    public long start(Replay replay, String actor) {
        long count = run(AGAIN, replay, actor);
        if (!replay.parkedOnly() && settings.subscribers(Slot.ORDER_IMPORTED).contains(replay.subscriber())) {
            count += run(FOR_THE_FIRST_TIME, replay, actor);
        }
        LOG.info("replay of {} hand-overs to {} asked for by {}", count, replay.subscriber(), actor);
        return count;
    }

    private long run(String sql, Replay replay, String actor) {
        return database.sql(sql)
                .param("subscriber", replay.subscriber())
                .param("parkedOnly", replay.parkedOnly())
                .param("from", time(replay.from()))
                .param("to", time(replay.to()))
                .param("actor", actor)
                .query(Long.class)
                .single();
    }
}
