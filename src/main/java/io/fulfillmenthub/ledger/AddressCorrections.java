package io.fulfillmenthub.ledger;

import io.fulfillmenthub.order.Address;
import io.fulfillmenthub.order.Order;
import io.fulfillmenthub.order.OrderKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Delivery addresses that an operator corrects before the order is created; Amazon's own stays in the sealed document. */
@Component
public class AddressCorrections {

    private static final String FIND = """
            select document, state in ('COMPLETED', 'CANCELLED') or purged_at is not null as finished,
                commerce_order_id is not null as created, locked_until > now() as busy
            from orders where account_id = ? and amazon_order_id = ? for update""";
    private static final String SAVE = """
            update orders set document = :document, sealed_with = :sealedWith, buyer_name = :buyer, buyer_grams = :grams,
                buyer_email_token = :emailToken, due_at = now(), attempts = 0, reason = null, note = null,
                updated_at = now(), state = case when import_started_at is not null then 'IMPORTING' else 'READY' end
            where account_id = :account and amazon_order_id = :order""";

    private final JdbcClient jdbc;
    private final OrderDocuments documents;
    private final NewOrderRow row;
    private final History history;

    AddressCorrections(JdbcClient jdbc, OrderDocuments documents, NewOrderRow row, History history) {
        this.jdbc = jdbc;
        this.documents = documents;
        this.row = row;
        this.history = history;
    }

    /**
     * Corrects the address of an order that is not in Commerce yet and lets it be tried again at once.
     *
     * @param correction makes the corrected address of the one so far, which is null when Amazon gave none
     * @param actor the operator's name, for the history
     */
    @Transactional
    public RetryAnswer correct(OrderKey key, UnaryOperator<Address> correction, String actor) {
        Found found = jdbc.sql(FIND)
                .params(key.accountId(), key.amazonOrderId())
                .query(Found::of)
                .optional()
                .orElse(new Found(null, RetryAnswer.UNKNOWN));
        if (found.answer == RetryAnswer.SCHEDULED) {
            save(key, documents.read(found.document), correction, actor);
        }
        return found.answer;
    }

    private void save(OrderKey key, Order order, UnaryOperator<Address> correction, String actor) {
        Order corrected = order.withCorrectedAddress(correction.apply(order.shipTo()));
        jdbc.sql(SAVE).paramSource(row.sealed(corrected)).update();
        String fields = String.join(", ", changed(order.shipTo(), corrected.shipTo()));
        history.add(key, "address-corrected", fields.isEmpty() ? "Nothing changed" : "Corrected: " + fields, actor);
    }

    private static List<String> changed(Address before, Address after) {
        List<String> changed = new ArrayList<>();
        add(changed, "name", before == null ? null : before.name(), after.name());
        add(changed, "company", before == null ? null : before.company(), after.company());
        add(changed, "street", before == null ? null : before.lines(), after.lines());
        add(changed, "city", before == null ? null : before.city(), after.city());
        add(changed, "district", before == null ? null : before.district(), after.district());
        add(changed, "region", before == null ? null : before.region(), after.region());
        add(changed, "postal code", before == null ? null : before.postalCode(), after.postalCode());
        add(changed, "country", before == null ? null : before.countryCode(), after.countryCode());
        add(changed, "phone", before == null ? null : before.phone(), after.phone());
        return changed;
    }

    private static void add(List<String> changed, String field, Object before, Object after) {
        if (!Objects.equals(before, after)) {
            changed.add(field);
        }
    }

    private record Found(String document, RetryAnswer answer) {

        private static Found of(ResultSet row, int number) throws SQLException {
            String document = row.getString("document");
            RetryAnswer answer = RetryAnswer.SCHEDULED;
            if (row.getBoolean("finished")) {
                answer = RetryAnswer.FINISHED;
            } else if (row.getBoolean("created")) {
                answer = RetryAnswer.IN_COMMERCE;
            } else if (row.getBoolean("busy")) {
                answer = RetryAnswer.BEING_WORKED_ON;
            } else if (document == null) {
                answer = RetryAnswer.UNREADABLE;
            }
            return new Found(document, answer);
        }
    }
}
