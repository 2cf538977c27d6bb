package io.fulfillmenthub.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.fulfillmenthub.order.Order;
import io.fulfillmenthub.order.SampleOrders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.http.converter.json.Jackson2ObjectMapperBuilder;

/** The example in docs/customizing.md is what subscribers really receive. */
class CanonicalJsonTest {

    private static final ObjectMapper JSON = Jackson2ObjectMapperBuilder.json()
            .featuresToDisable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    @Test
    void theDocumentedOrderIsTheCanonicalOrder() throws IOException {
        String text = Files.readString(Path.of("docs", "customizing.md"));
        String example = text.split("```json\\n", 2)[1].split("```", 2)[0];
        String real = new CanonicalJson(JSON).write(SampleOrders.unshipped("111-2222222-3333333"));
        assertThat(JSON.readTree(example)).isEqualTo(JSON.readTree(real));
    }

    @Test
    void theVersionDoesNotKeepTheOrderFromBeingRead() throws IOException {
        Order order = SampleOrders.unshipped("111-2222222-3333333");
        assertThat(JSON.readValue(new CanonicalJson(JSON).write(order), Order.class))
                .isEqualTo(order);
    }
}
