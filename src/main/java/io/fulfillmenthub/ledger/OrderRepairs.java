package io.fulfillmenthub.ledger;

import io.fulfillmenthub.order.OrderKey;
import io.fulfillmenthub.order.ReasonCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What an operator decides about an order that does not go on by itself; each decision is in its history with the name. */
@Component
public class OrderRepairs {

    private static final String THIS_ORDER = " where account_id = :account and amazon_order_id = :order";
    private static final String FIND = """
            select state, locked_until > now() as busy, document is null as unreadable, import_started_at is not null as uncertain,
                commerce_order_id is not null as created, document from orders""" + THIS_ORDER + " for update";
    private static final String DUE = "update orders set due_at = now(), attempts = 0, reason = null, note = null,"
            + " updated_at = now(), adopt_number = :adopt, ruling = :ruling,"
            + " state = case when import_started_at is not null then 'IMPORTING' else 'READY' end" + THIS_ORDER;
    private static final String LEAVE = "update orders set due_at = null, attempts = 0, reason = :reason, note = null,"
            + " updated_at = now(), adopt_number = null, ruling = 'LEAVE', state = 'NOT_IMPORTED'" + THIS_ORDER;
    private static final String WAITING_FOR_PRODUCTS = """
            update orders set due_at = now(), attempts = 0, updated_at = now()
            where account_id = :account and state = 'NEEDS_ATTENTION' and locked_until <= now()
                and reason in ('PRODUCT_UNKNOWN', 'PRODUCT_DISABLED', 'PRODUCT_COMPOSITE')""";
    private static final String CONFIRM =
            """
            update packages set state = 'PENDING', version = version + 1, resent = false, doubted = false, released = true,
                due_at = now(), attempts = 0, reason = null, note = null, updated_at = now()""" + THIS_ORDER + " and package_reference_id = :reference and locked_until <= now()"
                    + " and state in ('SENT', 'CONFIRMED', 'NEEDS_ATTENTION')";

    private final JdbcClient jdbc;
    private final OrderDocuments documents;
    private final LedgerSkuAliases aliases;
    private final History history;

    OrderRepairs(JdbcClient jdbc, OrderDocuments documents, LedgerSkuAliases aliases, History history) {
        this.jdbc = jdbc;
        this.documents = documents;
        this.aliases = aliases;
        this.history = history;
    }

    /** Imports an order that the settings leave out, or whose goods the shop does not have. */
    @Transactional
    public RepairAnswer importAnyway(OrderKey key, String actor) {
        Found found = find(key);
        Optional<RepairAnswer> refusal = found.refusal();
        if (refusal.isPresent() || "WAITING".equals(found.state)) {
            return refusal.orElse(RepairAnswer.WAITING);
        }
        due(key, null, "IMPORT");
        history.add(key, "import-anyway", "Imported whatever the settings and the stock say", actor);
        return RepairAnswer.IMPORTING;
    }

    /** Leaves an order alone that is not in Commerce, for good. */
    @Transactional
    public RepairAnswer doNotImport(OrderKey key, String actor) {
        Found found = find(key);
        Optional<RepairAnswer> refusal = found.refusal();
        if (refusal.isPresent() || found.uncertain) {
            return refusal.orElse(RepairAnswer.OUTCOME_UNKNOWN);
        }
        statement(LEAVE, key)
                .param("reason", ReasonCode.DECIDED_BY_OPERATOR.name())
                .update();
        history.add(key, "do-not-import", "Left alone from now on", actor);
        return RepairAnswer.LEFT_ALONE;
    }

    /**
     * Makes an order of Commerce the one of this Amazon order; the hub reads it and compares before it believes so.
     *
     * @param number Commerce's order number
     */
    @Transactional
    public RepairAnswer adopt(OrderKey key, String number, String actor) {
        Optional<RepairAnswer> refusal = find(key).refusal();
        if (refusal.isPresent()) {
            return refusal.get();
        }
        boolean taken = jdbc.sql("select count(*) from orders where commerce_order_number = ?")
                        .param(number)
                        .query(Long.class)
                        .single()
                > 0;
        if (taken) {
            return RepairAnswer.NUMBER_TAKEN;
        }
        due(key, number, "NONE");
        history.add(key, "adopt", "Commerce order " + number + " is to be the one of this order", actor);
        return RepairAnswer.ADOPTING;
    }

    /** Maps a SKU of the order to Commerce's, for every order of its account. */
    @Transactional
    public RepairAnswer mapSku(OrderKey key, String amazonSku, String commerceSku, String actor) {
        Found found = find(key);
        if (found.problem() != null) {
            return found.problem();
        }
        boolean known = documents.read(found.document).lines().stream().anyMatch(line -> amazonSku.equals(line.sku()));
        if (!known) {
            return RepairAnswer.NO_SUCH_SKU;
        }
        aliases.map(key.accountId(), amazonSku, commerceSku, actor);
        jdbc.sql(WAITING_FOR_PRODUCTS).param("account", key.accountId()).update();
        history.add(key, "map-sku", "Amazon's SKU " + amazonSku + " is " + commerceSku + " in Commerce", actor);
        return RepairAnswer.MAPPED;
    }

    /** Tells Amazon of a package once more, as an edit of what it was told. */
    @Transactional
    public RepairAnswer confirmAgain(OrderKey key, int packageReferenceId, String actor) {
        Found found = find(key);
        if (found.state == null || "CANCELLED".equals(found.state)) {
            return found.state == null ? RepairAnswer.UNKNOWN : RepairAnswer.FINISHED;
        }
        int rows =
                statement(CONFIRM, key).param("reference", packageReferenceId).update();
        if (rows == 0) {
            return RepairAnswer.NO_SUCH_PACKAGE;
        }
        history.add(key, "confirm-again", "Package " + packageReferenceId + " is confirmed once more", actor);
        return RepairAnswer.CONFIRMING;
    }

    /** Records that somebody asked to see the personal data of an order. @return whether the hub knows the order */
    @Transactional
    public boolean shown(OrderKey key, String actor) {
        boolean known = find(key).state != null;
        if (known) {
            history.add(key, "personal-data-shown", "Personal data was shown", actor);
        }
        return known;
    }

    private Found find(OrderKey key) {
        return statement(FIND, key).query(Found::of).optional().orElse(Found.NOTHING);
    }

    private void due(OrderKey key, String adopt, String ruling) {
        statement(DUE, key).param("adopt", adopt).param("ruling", ruling).update();
    }

    private StatementSpec statement(String sql, OrderKey key) {
        return jdbc.sql(sql).params(Map.of("account", key.accountId(), "order", key.amazonOrderId()));
    }

    private record Found(
            String state, boolean busy, boolean unreadable, boolean uncertain, boolean created, String document) {

        static final Found NOTHING = new Found(null, false, true, false, false, null);

        static Found of(ResultSet row, int number) throws SQLException {
            return new Found(
                    row.getString("state"),
                    row.getBoolean("busy"),
                    row.getBoolean("unreadable"),
                    row.getBoolean("uncertain"),
                    row.getBoolean("created"),
                    row.getString("document"));
        }

        Optional<RepairAnswer> refusal() {
            RepairAnswer problem = problem();
            return Optional.ofNullable(problem == null && created ? RepairAnswer.IN_COMMERCE : problem);
        }

        RepairAnswer problem() {
            if (state == null) {
                return RepairAnswer.UNKNOWN;
            } else if ("COMPLETED".equals(state) || "CANCELLED".equals(state)) {
                return RepairAnswer.FINISHED;
            } else if (busy) {
                return RepairAnswer.BEING_WORKED_ON;
            }
            return unreadable ? RepairAnswer.UNREADABLE : null;
        }
    }
}
