package io.fulfillmenthub.check;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fulfillmenthub.order.Order;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.http.converter.json.Jackson2ObjectMapperBuilder;

/** The orders to try when a ledger has none: of a merchant, of Amazon, a cancelled one, one without an address. */
public final class SampleOrders {

    private SampleOrders() {}

    /** @return the orders as if an account had just got them */
    public static List<Order> of(String accountId, String marketplaceId) {
        ObjectMapper json = Jackson2ObjectMapperBuilder.json()
                .featuresToDisable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
        try (InputStream stream = SampleOrders.class.getResourceAsStream("/check/orders.json")) {
            List<Order> orders = new ArrayList<>();
            for (JsonNode order : json.readTree(stream)) {
                ((ObjectNode) order)
                        .put("accountId", accountId)
                        .put("marketplaceId", marketplaceId)
                        .put("purchaseDate", Instant.now().toString())
                        .put("lastUpdated", Instant.now().toString());
                orders.add(json.treeToValue(order, Order.class));
            }
            return orders;
        } catch (IOException e) {
            throw new UncheckedIOException("The sample orders cannot be read", e);
        }
    }
}
