package io.fulfillmenthub.ledger;

import io.fulfillmenthub.order.Delivery;
import io.fulfillmenthub.order.DueCancellation;
import io.fulfillmenthub.order.DueOrder;
import io.fulfillmenthub.order.DuePackage;
import io.fulfillmenthub.order.DueShipment;
import io.fulfillmenthub.order.OrderState;
import io.fulfillmenthub.order.OutcomeUnknownException;
import io.fulfillmenthub.order.ReasonCode;
import io.fulfillmenthub.order.RejectedException;
import io.fulfillmenthub.order.RetryableException;
import io.fulfillmenthub.order.Verdict;
import io.fulfillmenthub.order.Work;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of claimed work that failed or is given back; a claim that was lost meanwhile changes nothing. */
@Component
class FailedWork {

    private static final String ORDER = "orders where account_id = :account and amazon_order_id = :order";
    private static final String PACKAGE = "packages where account_id = :account and amazon_order_id = :order"
            + " and package_reference_id = :reference";
    private static final String DELIVERY =
            "deliveries where account_id = :account and amazon_order_id = :order and id = :delivery";

    private static final String SHIPMENT =
            "received_shipments where account_id = :account and amazon_order_id = :order and shipment_id = :shipment";

    private static final String CANCELLATION = "cancellations where account_id = :account and amazon_order_id = :order";

    private static final String VERDICT = """
            state = case when :parked then :parkedState else %s end, reason = :reason, note = coalesce(:note, note),
            attempts = attempts - case when :counts then 0 else 1 end, locked_until = '-infinity', updated_at = now(),
            due_at = now() + make_interval(secs => :again)""";

    private final JdbcClient jdbc;
    private final History history;
    private final Attentions attentions;

    FailedWork(JdbcClient jdbc, History history, Attentions attentions) {
        this.jdbc = jdbc;
        this.history = history;
        this.attentions = attentions;
    }

    /** @return how often the work was tried, this time included; empty when the claim was lost */
    Optional<Integer> attempts(Work work) {
        return jdbc.sql("select attempts from " + table(work) + " and attempt = :attempt for update")
                .params(identity(work))
                .query(Integer.class)
                .optional();
    }

    /**
     * Records a verdict.
     *
     * @param operation the remote operation that failed, empty for none: a clear refusal of {@code create-order} means
     *     that nothing was created
     * @return whether it is news; parked once more for the same reason is none
     */
    boolean record(Work work, Verdict verdict, String operation, Exception failure) {
        boolean refused = "create-order".equals(operation) && !(failure instanceof OutcomeUnknownException)
                || verdict.reason() == ReasonCode.VETOED;
        boolean news = verdict.parked() && !parkedBefore(work, verdict);
        jdbc.sql("update " + table(work).replace(" where", " set " + set(work) + " where") + " and attempt = :attempt")
                .params(identity(work))
                .param("parked", verdict.parked())
                .param("parkedState", parkedState(verdict).name())
                .param("refused", refused)
                .param("unsent", unsent(work, failure))
                .param(
                        "reason",
                        verdict.reason() == null ? null : verdict.reason().name())
                .param("note", verdict.note())
                .param("counts", verdict.countsAsAttempt())
                .param(
                        "again",
                        verdict.again().map(delay -> delay.toMillis() / 1000.0).orElse(null))
                .update();
        if (news) {
            history.add(work.key(), parkedState(verdict).name(), verdict.reason() + ": " + verdict.note());
        }
        if (news && verdict.reason() != ReasonCode.VETOED) {
            attentions.raise(work, verdict.reason(), verdict.note());
        }
        return news || !verdict.parked();
    }

    /** Gives up a claim as if it had never been made. @return whether it was still held */
    boolean release(Work work) {
        return jdbc.sql("update "
                                + table(work)
                                        .replace(
                                                " where",
                                                " set locked_until = '-infinity', attempts = greatest(0, attempts - 1)"
                                                        + (work instanceof DueOrder ? ", announced_for = null" : "")
                                                        + " where")
                                + " and attempt = :attempt and locked_until > now()")
                        .params(identity(work))
                        .update()
                == 1;
    }

    /** What is tried again by itself and parked once more for the same reason is no news. */
    private boolean parkedBefore(Work work, Verdict verdict) {
        return jdbc.sql("select count(*) from " + table(work) + " and state = 'NEEDS_ATTENTION' and reason = :reason")
                        .params(identity(work))
                        .param("reason", verdict.reason().name())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private static OrderState parkedState(Verdict verdict) {
        return verdict.reason() == ReasonCode.VETOED ? OrderState.NOT_IMPORTED : OrderState.NEEDS_ATTENTION;
    }

    private static String set(Work work) {
        if (work instanceof DueOrder) {
            return VERDICT.formatted("case when state in ('IMPORTED', 'SHIPPED') then state"
                            + " when commerce_order_id is not null then 'IMPORTED'"
                            + " when import_started_at is null or"
                            + " :refused then 'READY' else 'IMPORTING' end")
                    + ", import_started_at = case when :refused then null else import_started_at end";
        }
        return VERDICT.formatted("state")
                + (work instanceof DueCancellation ? ", begun_at = case when :unsent then null else begun_at end" : "");
    }

    /** Whether Amazon certainly has no feed of a cancellation: no attempt was uncertain before, and this one is not. */
    private static boolean unsent(Work work, Exception failure) {
        boolean nothingHappened = failure instanceof RejectedException
                || failure instanceof RetryableException && !(failure instanceof OutcomeUnknownException);
        return nothingHappened && work instanceof DueCancellation due && due.begunAt() == null;
    }

    private static String table(Work work) {
        if (work instanceof DueOrder) {
            return ORDER;
        }
        if (work instanceof DueShipment) {
            return SHIPMENT;
        }
        if (work instanceof DueCancellation) {
            return CANCELLATION;
        }
        return work instanceof DuePackage ? PACKAGE : DELIVERY;
    }

    private static Map<String, Object> identity(Work work) {
        Map<String, Object> identity = new LinkedHashMap<>();
        identity.put("account", work.key().accountId());
        identity.put("order", work.key().amazonOrderId());
        identity.put("attempt", work.attempt());
        if (work instanceof DuePackage parcel) {
            identity.put("reference", parcel.packageReferenceId());
        }
        if (work instanceof DueShipment due) {
            identity.put("shipment", due.notice().shipmentId());
        }
        if (work instanceof Delivery delivery) {
            identity.put("delivery", delivery.id());
        }
        return identity;
    }
}
