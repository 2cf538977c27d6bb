package io.fulfillmenthub.ledger;

import io.fulfillmenthub.order.ReasonCode;
import java.sql.Types;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whether each lane to a remote side works: a lane that failed several times in a row is paused for a growing while, so
 * that a dead side is not hammered; the first success opens it again.
 */
@Component
public class Lanes {

    /** Failures in a row after which a lane counts as down. */
    static final int TOLERATED_FAILURES = 5;

    private static final String FAILED = """
            insert into lanes as l (lane, failing_since, failures, last_error, reason, last_subject)
            values (:lane, now(), 1, :error, :reason, :subject)
            on conflict (lane) do update set
                failures = l.failures + (not coalesce(l.last_subject = excluded.last_subject, false))::int,
                failing_since = coalesce(l.failing_since, now()),
                last_error = :error,
                reason = :reason,
                last_subject = excluded.last_subject,
                paused_until = case
                    when l.failures + 1 < :tolerated or l.failures < :tolerated
                        and l.last_subject = excluded.last_subject then l.paused_until
                    else now() + make_interval(secs =>
                        least(300, :pause * power(2, least(10, greatest(0, l.failures + 1 - :tolerated))))) end,
                updated_at = now()
            returning failures""";

    private final JdbcClient jdbc;

    Lanes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Notes that a lane failed.
     *
     * @param subject whose call failed, null for a poll: only failures of different subjects add up, because one order that
     *     fails again and again is an order in trouble and no outage
     * @param reason why the lane is refused, null while it is only out of order
     * @return whether the lane counts as down now
     */
    boolean failed(String lane, String subject, String error, ReasonCode reason, Duration initialPause) {
        return jdbc.sql(FAILED)
                        .param("lane", lane)
                        .param("subject", subject)
                        .param("error", error)
                        .param("reason", reason == null ? null : reason.name(), Types.VARCHAR)
                        .param("tolerated", TOLERATED_FAILURES)
                        .param("pause", initialPause.toMillis() / 1000.0)
                        .query(Integer.class)
                        .single()
                >= TOLERATED_FAILURES;
    }

    /** @return whether the lane is refused for that reason already */
    boolean refused(String lane, ReasonCode reason) {
        return jdbc.sql("select count(*) from lanes where lane = ? and reason = ?")
                        .params(lane, reason.name())
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** @return whether the polls of a lane fail at the moment, more than once in a row */
    boolean failing(String lane) {
        return jdbc.sql("select count(*) from lanes where lane = ? and failures > 1")
                        .param(lane)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** Notes that a lane works, whichever instance saw it failing; writes nothing as long as it always worked. */
    void worked(String lane) {
        jdbc.sql("update lanes set last_success_at = now(), failing_since = null, failures = 0, last_subject = null,"
                        + " paused_until = null, last_error = null, reason = null, updated_at = now()"
                        + " where lane = ? and failing_since is not null")
                .param(lane)
                .update();
    }

    /** Notes that a lane works, whoever saw it failing. */
    void recovered(String lane) {
        jdbc.sql("""
                        insert into lanes (lane, last_success_at) values (:lane, now())
                        on conflict (lane) do update set last_success_at = now(), failing_since = null, failures = 0,
                            last_subject = null, paused_until = null, last_error = null, reason = null, updated_at = now()""").param("lane", lane).update();
    }
}
