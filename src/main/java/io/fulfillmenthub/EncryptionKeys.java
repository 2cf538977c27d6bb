package io.fulfillmenthub;

import io.fulfillmenthub.ledger.BuyerIndex;
import io.fulfillmenthub.ledger.Seal;
import io.fulfillmenthub.ledger.SealingKey;
import io.fulfillmenthub.ledger.SealingKeys;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The keys of {@code hub.encryption.keys}; without any, a key made once in a file of the data directory. */
@Configuration(proxyBeanMethods = false)
class EncryptionKeys {

    private static final Logger LOG = LoggerFactory.getLogger(EncryptionKeys.class);

    @Bean
    SealingKeys sealingKeys(HubSettings settings) {
        List<SealingKey> keys = new ArrayList<>();
        settings.encryption()
                .keys()
                .forEach(key -> keys.add(new SealingKey(key.id(), key.secret().strip())));
        KeyFile file = new KeyFile(Path.of(settings.dataDirectory(), "encryption.key"));
        if (keys.isEmpty()) {
            LOG.warn(
                    "Personal data is sealed with the key in {}: back it up, and give hub.encryption.keys the same key on"
                            + " every hub before several machines share a database",
                    file);
            keys.add(file.readOrMake());
        } else {
            file.read().ifPresent(keys::add);
        }
        return new SealingKeys(keys);
    }

    @Bean
    Seal seal(SealingKeys keys) {
        return new Seal(keys.all());
    }

    @Bean
    BuyerIndex buyerIndex(SealingKeys keys) {
        return new BuyerIndex(keys.all());
    }
}
