package io.fulfillmenthub.ledger;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
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

    private final JdbcClient jdbc;
    private final Set<String> failing = ConcurrentHashMap.newKeySet();

    Lanes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Notes that a lane failed. @return whether it counts as down now */
    boolean failed(String lane, String error, Duration initialPause) {
        failing.add(lane);
        return jdbc.sql("""
                        insert into lanes as l (lane, failing_since, failures, last_error)
                        values (:lane, now(), 1, :error)
                        on conflict (lane) do update set failures = l.failures + 1,
                            failing_since = coalesce(l.failing_since, now()),
                            last_error = :error,
                            paused_until = case when l.failures + 1 < :tolerated then l.paused_until
                                else now() + make_interval(secs =>
                                    least(300, :pause * power(2, least(10, l.failures + 1 - :tolerated)))) end,
                            updated_at = now()
                        returning failures""")
                        .param("lane", lane)
                        .param("error", error)
                        .param("tolerated", TOLERATED_FAILURES)
                        .param("pause", initialPause.toMillis() / 1000.0)
                        .query(Integer.class)
                        .single()
                >= TOLERATED_FAILURES;
    }

    /** Notes that a lane works; costs nothing while it was never seen failing by this instance. */
    void worked(String lane) {
        if (failing.remove(lane)) {
            recovered(lane);
        }
    }

    /** Notes that a lane works, whoever saw it failing. */
    void recovered(String lane) {
        failing.remove(lane);
        jdbc.sql("""
                        insert into lanes (lane, last_success_at) values (:lane, now())
                        on conflict (lane) do update set last_success_at = now(), failing_since = null, failures = 0,
                            paused_until = null, last_error = null, updated_at = now()""").param("lane", lane).update();
    }
}
