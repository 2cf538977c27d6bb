package io.fulfillmenthub.ledger;

import java.time.Duration;
import java.util.UUID;
import org.apache.camel.spi.IdempotentRepository;
import org.apache.camel.support.service.ServiceSupport;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The side effects that happened or are happening, for idempotent consumers: a claim is one statement, a finished effect is
 * never forgotten, and a claim whose worker died can be taken over after the lease. Camel's own JDBC repositories lose an
 * order after a crash or fail under a race (decision 0003).
 */
public class EffectRepository extends ServiceSupport implements IdempotentRepository {

    private static final String CLAIM = """
            insert into effects as e (key, status, owner) values (:key, 'CLAIMED', :owner)
            on conflict (key) do update set owner = :owner, at = now()
            where e.status = 'CLAIMED' and e.at < now() - make_interval(secs => :lease)""";

    private final JdbcClient jdbc;
    private final Duration lease;
    private final String owner = UUID.randomUUID().toString();

    /** @param lease {@code hub.lease} */
    public EffectRepository(JdbcClient jdbc, Duration lease) {
        this.jdbc = jdbc;
        this.lease = lease;
    }

    @Override
    public boolean add(String key) {
        return jdbc.sql(CLAIM)
                        .param("key", key)
                        .param("owner", owner)
                        .param("lease", lease.toMillis() / 1000.0)
                        .update()
                == 1;
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
    public boolean remove(String key) {
        return jdbc.sql("delete from effects where key = ? and status = 'CLAIMED' and owner = ?")
                        .params(key, owner)
                        .update()
                == 1;
    }

    @Override
    public boolean confirm(String key) {
        return jdbc.sql("update effects set status = 'DONE', at = now() where key = ? and owner = ?")
                        .params(key, owner)
                        .update()
                == 1;
    }

    @Override
    public void clear() {
        jdbc.sql("delete from effects").update();
    }
}
