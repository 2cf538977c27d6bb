package io.fulfillmenthub.order;

/** The state of an order in the hub; the names are a public contract. */
public enum OrderState {
    /** Seen, may not be imported yet. */
    WAITING,
    /** Due for import. */
    READY,
    /** Being created in Commerce, or the outcome of the creation is unknown. */
    IMPORTING,
    /** Exists in Commerce. */
    IMPORTED,
    /** Every package is known to Amazon. */
    SHIPPED,
    /** Complete in Commerce and Shipped at Amazon. */
    COMPLETED,
    /** Cancelled. */
    CANCELLED,
    /** Parked with a reason and a next step. */
    NEEDS_ATTENTION,
    /** Not imported, by rule or by setting. */
    NOT_IMPORTED
}
