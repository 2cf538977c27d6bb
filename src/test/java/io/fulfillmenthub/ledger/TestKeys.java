package io.fulfillmenthub.ledger;

import java.util.List;
import org.springframework.context.annotation.Bean;

/** Keys for tests. */
public class TestKeys {

    static final SealingKey FIRST = new SealingKey("first", "the first secret, thirty-two letters long");
    static final SealingKey SECOND = new SealingKey("second", "the second secret, thirty-two letters long");

    @Bean
    Seal seal() {
        return new Seal(List.of(FIRST));
    }

    @Bean
    BuyerIndex buyerIndex() {
        return new BuyerIndex(List.of(FIRST));
    }
}
