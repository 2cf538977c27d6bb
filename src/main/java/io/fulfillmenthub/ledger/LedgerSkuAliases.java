package io.fulfillmenthub.ledger;

import io.fulfillmenthub.order.SkuAliases;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SKUs that operators mapped, shared by all hubs; each hub keeps them and asks once a second for new ones. */
@Component
class LedgerSkuAliases implements SkuAliases {

    private static final long REREAD_NANOS = Duration.ofSeconds(1).toNanos();

    private static final String MAP = """
            insert into sku_aliases (account_id, amazon_sku, commerce_sku, mapped_by) values (?, ?, ?, ?)
            on conflict (account_id, amazon_sku) do update set commerce_sku = excluded.commerce_sku,
                mapped_by = excluded.mapped_by, mapped_at = now()""";

    /** A transaction that took long shows its alias later than the time it carries. */
    private static final String NEWER = """
            select account_id, amazon_sku, commerce_sku, mapped_at from sku_aliases
            where mapped_at > cast(:newest as timestamptz) - interval '5 minutes'""";

    private final JdbcClient jdbc;
    private final Map<Sku, String> known = new ConcurrentHashMap<>();
    private OffsetDateTime newest = OffsetDateTime.parse("2000-01-01T00:00:00Z");
    private long readAt = System.nanoTime() - 2 * REREAD_NANOS;

    LedgerSkuAliases(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<String> find(String accountId, String amazonSku) {
        reread();
        return Optional.ofNullable(known.get(new Sku(accountId, amazonSku)));
    }

    @Override
    public Optional<String> findNow(String accountId, String amazonSku) {
        Optional<String> mapped = jdbc.sql(
                        "select commerce_sku from sku_aliases where account_id = ? and amazon_sku = ?")
                .params(accountId, amazonSku)
                .query(String.class)
                .optional();
        mapped.ifPresent(commerceSku -> known.put(new Sku(accountId, amazonSku), commerceSku));
        return mapped;
    }

    void map(String accountId, String amazonSku, String commerceSku, String actor) {
        jdbc.sql(MAP).params(accountId, amazonSku, commerceSku, actor).update();
    }

    private synchronized void reread() {
        if (System.nanoTime() - readAt >= REREAD_NANOS) {
            jdbc.sql(NEWER).param("newest", newest).query(row -> {
                known.put(new Sku(row.getString(1), row.getString(2)), row.getString(3));
                OffsetDateTime mappedAt = row.getObject(4, OffsetDateTime.class);
                newest = mappedAt.isAfter(newest) ? mappedAt : newest;
            });
            readAt = System.nanoTime();
        }
    }

    private record Sku(String accountId, String amazonSku) {}
}
