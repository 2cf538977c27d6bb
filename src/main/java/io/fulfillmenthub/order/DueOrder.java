package io.fulfillmenthub.order;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * An order claimed from the ledger, with what the hub knows of it.
 *
 * @param order the order as Amazon last showed it
 * @param state the hub's state when it was claimed
 * @param decision what to do next
 * @param attempt the number of this claim
 * @param importStartedAt when a creation in Commerce began whose outcome is not recorded, null when there is none
 * @param commerceOrderId Commerce's {@code entity_id}, null while it is not known
 * @param commerceItems Commerce's {@code item_id} by Amazon order item id
 * @param hold the hub's own hold on the Commerce order
 * @param reduction the refund of single units that was begun and is not recorded as done, null when there is none
 * @param adopt the number of the Commerce order that an operator says it is, null when nobody said so
 */
public record DueOrder(
        Order order,
        OrderState state,
        Decision decision,
        long attempt,
        Instant importStartedAt,
        Long commerceOrderId,
        Map<String, Long> commerceItems,
        Hold hold,
        BegunReduction reduction,
        String adopt)
        implements Work {

    /** An order that the hub never put on hold and never refunded units of. */
    public DueOrder(
            Order order,
            OrderState state,
            Decision decision,
            long attempt,
            Instant importStartedAt,
            Long commerceOrderId,
            Map<String, Long> commerceItems) {
        this(order, state, decision, attempt, importStartedAt, commerceOrderId, commerceItems, Hold.NEVER, null, null);
    }

    /** @return the same claim of the changed order */
    DueOrder withOrder(Order changed) {
        return copy(changed, hold, reduction);
    }

    /** @return the same claim with another hold */
    DueOrder with(Hold other) {
        return copy(order, other, reduction);
    }

    /** @return the same claim with another refund begun */
    DueOrder with(BegunReduction other) {
        return copy(order, hold, other);
    }

    private DueOrder copy(Order changed, Hold held, BegunReduction begun) {
        return new DueOrder(
                changed, state, decision, attempt, importStartedAt, commerceOrderId, commerceItems, held, begun, adopt);
    }

    @Override
    public OrderKey key() {
        return order.key();
    }

    /** @return whether it is to be created or found in Commerce */
    public boolean importable() {
        return decision.action() == Decision.Action.IMPORT;
    }

    /** @return whether Amazon cancelled it */
    public boolean cancelled() {
        return decision.action() == Decision.Action.CANCEL;
    }

    /** @return whether Amazon cancelled it after it was created in Commerce */
    public boolean cancelledInCommerceToo() {
        return cancelled() && commerceOrderId != null;
    }

    /** @return whether it exists in Commerce and both sides may be finished with it */
    public boolean imported() {
        return decision.action() == Decision.Action.COMPLETE;
    }

    /** @return whether an operator says that it is imported whatever the settings and the stock say */
    public boolean ruled() {
        return decision.reason() == ReasonCode.DECIDED_BY_OPERATOR;
    }

    /** @return when a creation with unknown outcome began */
    public Optional<Instant> uncertainSince() {
        return Optional.ofNullable(importStartedAt);
    }

    /** @see Order#hashCode() */
    @Override
    public int hashCode() {
        return order.hashCode();
    }
}
