package io.fulfillmenthub.ledger;

import io.fulfillmenthub.order.SkuAliases;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SKUs that operators mapped, shared by all hubs. */
@Component
class LedgerSkuAliases implements SkuAliases {

    private static final String MAP = """
            insert into sku_aliases (account_id, amazon_sku, commerce_sku, mapped_by) values (?, ?, ?, ?)
            on conflict (account_id, amazon_sku) do update set commerce_sku = excluded.commerce_sku,
                mapped_by = excluded.mapped_by, mapped_at = now()""";

    private final JdbcClient jdbc;

    LedgerSkuAliases(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<String> find(String accountId, String amazonSku) {
        return jdbc.sql("select commerce_sku from sku_aliases where account_id = ? and amazon_sku = ?")
                .params(accountId, amazonSku)
                .query(String.class)
                .optional();
    }

    void map(String accountId, String amazonSku, String commerceSku, String actor) {
        jdbc.sql(MAP).params(accountId, amazonSku, commerceSku, actor).update();
    }
}
