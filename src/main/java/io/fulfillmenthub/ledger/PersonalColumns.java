package io.fulfillmenthub.ledger;

import io.fulfillmenthub.order.Order;
import io.fulfillmenthub.order.OrderKey;
import io.fulfillmenthub.order.RejectedException;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The sealed columns of one order's row: emptied of the buyer, or sealed with the newest key. */
@Component
class PersonalColumns {

    private static final Logger LOG = LoggerFactory.getLogger(PersonalColumns.class);
    private static final String THIS_ORDER = " where account_id = :account and amazon_order_id = :order";

    private static final String REMOVE = """
            update orders set document = :document, sealed_with = :sealedWith, buyer_name = null, buyer_grams = null,
                buyer_email_token = null, purged_at = now(), updated_at = now()""" + THIS_ORDER;
    private static final String SEAL = """
            update orders set document = :document, sealed_with = :sealedWith, buyer_name = :buyer, buyer_grams = :grams,
                buyer_email_token = :emailToken""" + THIS_ORDER;
    private static final String OUTDATED = """
            select account_id, amazon_order_id, document from orders
            where document is not null and sealed_with is distinct from :sealedWith and locked_until <= now()
            order by account_id, amazon_order_id limit :batch for update skip locked""";

    private final JdbcClient jdbc;
    private final OrderDocuments documents;
    private final NewOrderRow row;
    private final Seal seal;

    PersonalColumns(JdbcClient jdbc, OrderDocuments documents, NewOrderRow row, Seal seal) {
        this.jdbc = jdbc;
        this.documents = documents;
        this.row = row;
        this.seal = seal;
    }

    /** Removes everything of the buyer from a locked row; a document that cannot be read goes as a whole. */
    void remove(OrderKey key, String document) {
        MapSqlParameterSource columns = read(key, document)
                .map(order -> identify(row.sealed(order.withoutPersonalData()), key))
                .orElseGet(() -> identity(key).addValue("document", null).addValue("sealedWith", null));
        jdbc.sql(REMOVE).paramSource(columns).update();
    }

    /**
     * Seals with the newest key what is plain or sealed with an older one, in a transaction of its own: it waits for no lock.
     *
     * @return how many rows were sealed
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    int sealAnew(int batch) {
        List<Boolean> outdated = jdbc.sql(OUTDATED)
                .param("sealedWith", seal.keyId())
                .param("batch", batch)
                .query((row, number) -> {
                    OrderKey key = new OrderKey(row.getString("account_id"), row.getString("amazon_order_id"));
                    return sealAnew(key, row.getString("document"));
                })
                .list();
        return outdated.size();
    }

    /** @return the key that seals now */
    String newestKey() {
        return seal.keyId();
    }

    /**
     * Seals a locked row with the newest key.
     *
     * @return whether its document could be read; if not, it is left as it is and only marked
     */
    boolean sealAnew(OrderKey key, String document) {
        Optional<Order> order = read(key, document);
        order.ifPresentOrElse(
                readable -> jdbc.sql(SEAL)
                        .paramSource(identify(row.sealed(readable), key))
                        .update(),
                () -> jdbc.sql("update orders set sealed_with = :sealedWith" + THIS_ORDER)
                        .paramSource(identity(key).addValue("sealedWith", seal.keyId()))
                        .update());
        return order.isPresent();
    }

    private Optional<Order> read(OrderKey key, String document) {
        try {
            return Optional.of(documents.read(document));
        } catch (RejectedException e) {
            LOG.warn("{} cannot be sealed anew: {}", key, e.getMessage());
            return Optional.empty();
        }
    }

    private static MapSqlParameterSource identity(OrderKey key) {
        return identify(new MapSqlParameterSource(), key);
    }

    /** The row that is locked, whatever its document says of itself. */
    private static MapSqlParameterSource identify(MapSqlParameterSource columns, OrderKey key) {
        return columns.addValue("account", key.accountId()).addValue("order", key.amazonOrderId());
    }
}
