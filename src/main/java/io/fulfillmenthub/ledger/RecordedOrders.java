package io.fulfillmenthub.ledger;

import com.fasterxml.jackson.databind.SerializationFeature;
import io.fulfillmenthub.order.Order;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.http.converter.json.Jackson2ObjectMapperBuilder;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The orders of a ledger for somebody who only looks: nothing is claimed, nothing changes. */
public final class RecordedOrders {

    private final JdbcClient jdbc;
    private final OrderDocuments documents;

    /** @param seal with the keys of the ledger */
    public RecordedOrders(DataSource ledger, Seal seal) {
        this.jdbc = JdbcClient.create(ledger);
        this.documents = new JacksonOrderDocuments(
                Jackson2ObjectMapperBuilder.json()
                        .featuresToDisable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                        .build(),
                seal);
    }

    /** @return the orders that changed last, with their personal data */
    public List<Order> newest(int most) {
        return jdbc
                .sql("select document from orders where document is not null order by last_updated desc limit ?")
                .param(most)
                .query(String.class)
                .list()
                .stream()
                .map(documents::read)
                .toList();
    }
}
