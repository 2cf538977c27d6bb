package io.fulfillmenthub.bench;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The least that a program has to keep so that a crash neither loses an order nor creates it twice: the order before anything
 * is sent, that its creation begins, and what became of it. One table, one index, durable commits.
 */
final class LeastRecord implements AutoCloseable {

    private static final String TABLE = """
            create table if not exists least_record (
                id          text primary key,
                document    text not null,
                begun_at    timestamptz,
                commerce_id bigint
            ) with (fillfactor = 70)""";

    private final HikariDataSource pool;
    private final JdbcTemplate database;

    /** @param inFlight how many connections there are, opened at once */
    LeastRecord(String url, int inFlight) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(inFlight);
        pool = new HikariDataSource(config);
        database = new JdbcTemplate(pool);
        database.execute(TABLE);
    }

    /** Orders come in pages, as from Amazon. */
    void received(List<String> ids, List<String> documents) {
        List<Object[]> rows = IntStream.range(0, ids.size())
                .mapToObj(i -> new Object[] {ids.get(i), documents.get(i)})
                .toList();
        database.batchUpdate("insert into least_record (id, document) values (?, ?)", rows);
    }

    void begun(String id) {
        database.update("update least_record set begun_at = now() where id = ?", id);
    }

    void created(String id, long commerceId) {
        database.update("update least_record set commerce_id = ? where id = ?", commerceId, id);
    }

    @Override
    public void close() {
        pool.close();
    }
}
