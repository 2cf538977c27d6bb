package io.fulfillmenthub.ledger;

import jakarta.annotation.PostConstruct;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Refuses to start on a database that was sealed with keys this hub does not have. */
@Component
class SealCheck {

    private final JdbcClient jdbc;
    private final List<SealingKey> keys;

    SealCheck(JdbcClient jdbc, SealingKeys keys) {
        this.jdbc = jdbc;
        this.keys = keys.all();
    }

    @PostConstruct
    void check() {
        keys.forEach(this::remember);
        jdbc.sql("select id from encryption_keys where not id in (:ids)"
                        + " and exists (select from orders where sealed_with = id) limit 1")
                .param("ids", keys.stream().map(SealingKey::id).toList())
                .query(String.class)
                .optional()
                .ifPresent(SealCheck::refuse);
    }

    private void remember(SealingKey key) {
        String fingerprint = KeyedHash.of(key.secret()).hex("fingerprint");
        jdbc.sql("insert into encryption_keys (id, fingerprint) values (?, ?) on conflict do nothing")
                .params(key.id(), fingerprint)
                .update();
        String known = jdbc.sql("select fingerprint from encryption_keys where id = ?")
                .param(key.id())
                .query(String.class)
                .single();
        if (!known.equals(fingerprint)) {
            throw new IllegalStateException("hub.encryption.keys gives the key " + key.id()
                    + " another secret than the one this database was sealed with: give that one, or another id");
        }
    }

    private static void refuse(String id) {
        throw new IllegalStateException("hub.encryption.keys lacks the key " + id
                + ", which sealed orders of this database: add it on every hub; the secret of a key named file-… is the"
                + " content of encryption.key in the hub.data-directory of the hub that made it");
    }
}
