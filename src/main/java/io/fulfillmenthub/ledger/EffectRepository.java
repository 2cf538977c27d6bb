package io.fulfillmenthub.ledger;

import io.fulfillmenthub.order.OrderImport;
import io.fulfillmenthub.order.Work;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.Exchange;
import org.apache.camel.spi.IdempotentRepository;
import org.apache.camel.support.service.ServiceSupport;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The side effects that happened or are happening, for idempotent consumers: a claim is one statement and a finished effect is
 * never forgotten. A worker that died loses its effect to the next claim of the same work, or after the lease where there is
 * no claimed work. Camel's own JDBC repositories lose an order after a crash or fail under a race (decision 0003).
 */
public class EffectRepository extends ServiceSupport implements IdempotentRepository {

    private static final String OWNER = "HubEffectOwner:";

    private static final String CLAIM = """
            insert into effects as e (key, status, owner, attempt) values (:key, 'CLAIMED', :owner, :attempt)
            on conflict (key) do update set owner = :owner, attempt = :attempt, at = now()
            where e.status = 'CLAIMED'
                and (e.attempt < :attempt or e.attempt = :attempt and e.at < now() - make_interval(secs => :lease))""";

    private final JdbcClient jdbc;
    private final Duration lease;
    private final Set<String> recorded = ConcurrentHashMap.newKeySet();
    private final String instance = UUID.randomUUID().toString();

    /** @param lease {@code hub.lease} */
    public EffectRepository(JdbcClient jdbc, Duration lease) {
        this.jdbc = jdbc;
        this.lease = lease;
    }

    @Override
    public boolean add(Exchange exchange, String key) {
        String owner = instance + "/" + UUID.randomUUID();
        exchange.setProperty(OWNER + key, owner);
        return claim(key, owner, attempt(exchange.getMessage().getBody()));
    }

    @Override
    public boolean add(String key) {
        return claim(key, instance, 0);
    }

    @Override
    public boolean contains(String key) {
        return jdbc.sql("select count(*) from effects where key = ? and status = 'DONE'")
                        .param(key)
                        .query(Long.class)
                        .single()
                > 0;
    }

    @Override
    public boolean remove(Exchange exchange, String key) {
        return remove(key, owner(exchange, key));
    }

    @Override
    public boolean remove(String key) {
        return remove(key, instance);
    }

    @Override
    public boolean confirm(Exchange exchange, String key) {
        return confirm(key, owner(exchange, key));
    }

    @Override
    public boolean confirm(String key) {
        return confirm(key, instance);
    }

    @Override
    public void clear() {
        jdbc.sql("delete from effects").update();
    }

    private boolean claim(String key, String owner, long attempt) {
        return jdbc.sql(CLAIM)
                        .param("key", key)
                        .param("owner", owner)
                        .param("attempt", attempt)
                        .param("lease", lease.toMillis() / 1000.0)
                        .update()
                == 1;
    }

    private boolean remove(String key, String owner) {
        recorded.remove(key);
        return jdbc.sql("delete from effects where key = ? and status = 'CLAIMED' and owner = ?")
                        .params(key, owner)
                        .update()
                == 1;
    }

    /** Spares the confirmation of an effect that was recorded as done together with its result. @param key null for none */
    void recorded(String key) {
        if (key != null) {
            recorded.add(key);
        }
    }

    private boolean confirm(String key, String owner) {
        return recorded.remove(key)
                || jdbc.sql("update effects set status = 'DONE', at = now() where key = ? and owner = ?")
                                .params(key, owner)
                                .update()
                        == 1;
    }

    private String owner(Exchange exchange, String key) {
        return exchange.getProperty(OWNER + key, instance, String.class);
    }

    private static long attempt(Object body) {
        if (body instanceof OrderImport order) {
            return order.due().attempt();
        }
        return body instanceof Work work ? work.attempt() : 0;
    }
}
