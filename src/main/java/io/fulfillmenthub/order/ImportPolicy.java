package io.fulfillmenthub.order;

import io.fulfillmenthub.order.Decision.Action;
import java.time.Instant;
import java.util.Map;

/** The content-based rule of the hub: what becomes of an order, by channel, status, age and settings. */
public final class ImportPolicy {

    private final boolean enabled;
    private final Map<String, Boolean> exceptions;
    private final Map<String, Instant> cutOffs;

    /**
     * @param enabled {@code hub.orders.import}
     * @param cutOffs {@code import-orders-from} by account id; an absent account has no cut-off
     */
    public ImportPolicy(boolean enabled, Map<String, Instant> cutOffs) {
        this(enabled, Map.of(), cutOffs);
    }

    /**
     * @param enabled {@code hub.orders.import}
     * @param exceptions {@code amazon.accounts[].orders.import} by account id, of the accounts that have it
     * @param cutOffs {@code import-orders-from} by account id; an absent account has no cut-off
     */
    public ImportPolicy(boolean enabled, Map<String, Boolean> exceptions, Map<String, Instant> cutOffs) {
        this.enabled = enabled;
        this.exceptions = Map.copyOf(exceptions);
        this.cutOffs = Map.copyOf(cutOffs);
    }

    /**
     * Decides by the creation matrix of Amazon Sales Channel.
     *
     * @param order the order as Amazon last showed it
     * @param inCommerce whether it exists in Commerce
     * @param outcomeUnknown whether an earlier creation may have happened: then Commerce is asked first, whatever Amazon says
     */
    public Decision decide(Order order, boolean inCommerce, boolean outcomeUnknown) {
        return decide(order, inCommerce, outcomeUnknown, Ruling.NONE);
    }

    /**
     * Decides like {@link #decide(Order, boolean, boolean)}, but for what an operator decided.
     *
     * @param ruling what the operator decided
     */
    public Decision decide(Order order, boolean inCommerce, boolean outcomeUnknown, Ruling ruling) {
        if (outcomeUnknown) {
            return Decision.of(Action.IMPORT);
        }
        if (order.status() == AmazonStatus.CANCELLED) {
            return Decision.of(Action.CANCEL, ReasonCode.CANCELLED_AT_AMAZON);
        }
        return inCommerce ? Decision.of(Action.COMPLETE) : decideNew(order, ruling);
    }

    private Decision decideNew(Order order, Ruling ruling) {
        return switch (ruling) {
            case NONE -> decideBySettings(order);
            case LEAVE -> Decision.of(Action.IGNORE, ReasonCode.DECIDED_BY_OPERATOR);
            case IMPORT -> {
                Decision decision = decideByStatus(order);
                yield decision.action() == Action.IMPORT
                        ? Decision.of(Action.IMPORT, ReasonCode.DECIDED_BY_OPERATOR)
                        : decision;
            }
        };
    }

    private Decision decideBySettings(Order order) {
        if (order.salesChannel() != null && order.salesChannel().startsWith("NON_AMAZON")) {
            return Decision.of(Action.IGNORE, ReasonCode.OTHER_CHANNEL);
        }
        if (order.purchaseDate().isBefore(cutOffs.getOrDefault(order.accountId(), Instant.MIN))) {
            return Decision.of(Action.IGNORE, ReasonCode.BEFORE_CUT_OFF);
        }
        if (!exceptions.getOrDefault(order.accountId(), enabled)) {
            return Decision.of(Action.IGNORE, ReasonCode.IMPORT_DISABLED);
        }
        return decideByStatus(order);
    }

    private static Decision decideByStatus(Order order) {
        return switch (order.status()) {
            case PENDING, PENDING_AVAILABILITY -> Decision.of(Action.WAIT, ReasonCode.PENDING);
            case UNFULFILLABLE -> Decision.of(Action.IGNORE, ReasonCode.UNFULFILLABLE);
            case UNSHIPPED, PARTIALLY_SHIPPED ->
                order.fulfilledByAmazon()
                        ? Decision.of(Action.WAIT, ReasonCode.AWAITING_AMAZON_SHIPMENT)
                        : Decision.of(Action.IMPORT);
            case SHIPPED -> Decision.of(Action.IMPORT);
            case CANCELLED -> Decision.of(Action.CANCEL, ReasonCode.CANCELLED_AT_AMAZON);
            case UNKNOWN -> Decision.of(Action.WAIT, ReasonCode.STATUS_UNKNOWN);
        };
    }
}
