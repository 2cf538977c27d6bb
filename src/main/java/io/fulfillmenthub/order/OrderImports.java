package io.fulfillmenthub.order;

import java.util.Map;

/** The decisions of the import that need no other system: what may begin, and when a lost creation may be repeated. */
public final class OrderImports {

    private final OrderSettings settings;
    private final SellerAccounts accounts;
    private final UncertainWait uncertain;

    /** @param uncertain how long an earlier creation may still be working */
    public OrderImports(OrderSettings settings, SellerAccounts accounts, UncertainWait uncertain) {
        this.settings = settings;
        this.accounts = accounts;
        this.uncertain = uncertain;
    }

    /**
     * Begins the import of a claimed order.
     *
     * @throws RejectedException when its money does not add up or its address is missing
     */
    public OrderImport begin(DueOrder due) {
        Order order = due.order();
        if (due.importStartedAt() == null && due.adopt() == null) {
            MoneyProof.require(order);
            requireAddress(order);
        }
        SellerAccount account = accounts.get(order.accountId());
        return new OrderImport(
                due, settings.with(account.orders()), account.storeCode(), null, Map.of(), null, null, "");
    }

    /**
     * Lets a creation go ahead unless an earlier one may still be working at Commerce's side.
     *
     * @throws OutcomeUnknownException while {@code hub.retry.uncertain-wait} has not passed since the earlier one began
     */
    public OrderImport mayCreate(OrderImport order) {
        order.due().uncertainSince().ifPresent(since -> uncertain.requirePassed(since, "An earlier creation"));
        return order;
    }

    /**
     * Compares what Commerce holds with Amazon's grand total; Amazon's amounts win to the cent. A cancelled order, whose
     * money Amazon takes away, is not compared: it is settled next.
     *
     * @throws RejectedException when they differ
     */
    public OrderImport proveTotal(OrderImport order) {
        Money expected = order.order().grandTotal();
        boolean cancelled = order.order().status() == AmazonStatus.CANCELLED;
        if (!cancelled
                && expected != null
                && expected.amount().compareTo(order.commerce().grandTotal()) != 0) {
            throw new RejectedException(
                    ReasonCode.MONEY_MISMATCH,
                    "Commerce order " + order.commerce().number() + " comes to "
                            + order.commerce().grandTotal().toPlainString() + ", Amazon's grand total is " + expected);
        }
        return order;
    }

    private static void requireAddress(Order order) {
        boolean deliverable = order.shipTo() != null && order.shipTo().deliverable();
        if (!order.fulfilledByAmazon() && !deliverable) {
            throw new RejectedException(
                    ReasonCode.ADDRESS_MISSING, "Amazon gives no complete delivery address for this order");
        }
    }
}
