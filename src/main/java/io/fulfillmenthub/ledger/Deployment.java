package io.fulfillmenthub.ledger;

import io.fulfillmenthub.ledger.ReadOnlyReport.Difference;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which Commerce and which Amazon endpoints the database belongs to, compared with the configured ones. */
@Component
class Deployment {

    private static final Pattern SANDBOX = Pattern.compile("http://(localhost|127[.]0[.]0[.]1)(:\\d+)?/sandbox/.*");
    private static final long FRESH = Duration.ofSeconds(1).toNanos();

    private final JdbcClient jdbc;
    private final DeploymentSettings settings;
    private List<Difference> known;
    private long readAt;

    Deployment(JdbcClient jdbc, DeploymentSettings settings) {
        this.jdbc = jdbc;
        this.settings = settings;
    }

    /** Stores the parts that the database does not know yet. */
    void remember() {
        settings.sorted()
                .forEach((part, url) -> jdbc.sql(
                                "insert into deployment (part, url) values (?, ?) on conflict do nothing")
                        .params(part, url)
                        .update());
    }

    /** Makes the configured deployment the one the database belongs to. */
    void confirm(String operator) {
        settings.sorted()
                .forEach((part, url) -> jdbc.sql("""
                                insert into deployment as d (part, url, confirmed_by) values (:part, :url, :operator)
                                on conflict (part) do update set url = :url, confirmed_at = now(), confirmed_by = :operator
                                where d.url <> :url""")
                        .param("part", part)
                        .param("url", url)
                        .param("operator", operator)
                        .update());
        forget();
    }

    /** @return the parts with another address than the database belongs to, at most a second old */
    synchronized List<Difference> differences() {
        if (known == null || System.nanoTime() - readAt > FRESH) {
            known = read();
            readAt = System.nanoTime();
        }
        return known;
    }

    /** The built-in sandbox is the same one whatever port it was given. */
    private static boolean differs(String stored, String configured) {
        boolean sandbox =
                SANDBOX.matcher(stored).matches() && SANDBOX.matcher(configured).matches();
        return !sandbox && !stored.equals(configured);
    }

    private synchronized void forget() {
        known = null;
    }

    private List<Difference> read() {
        Map<String, String> stored = new HashMap<>();
        jdbc.sql("select part, url from deployment").query(row -> {
            stored.put(row.getString("part"), row.getString("url"));
        });
        return settings.sorted().entrySet().stream()
                .filter(part -> differs(stored.getOrDefault(part.getKey(), part.getValue()), part.getValue()))
                .map(part -> new Difference(part.getKey(), stored.get(part.getKey()), part.getValue()))
                .toList();
    }
}
