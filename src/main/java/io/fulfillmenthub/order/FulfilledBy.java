package io.fulfillmenthub.order;

/** Amazon's {@code fulfilledBy}: who ships the order. */
public enum FulfilledBy {
    MERCHANT,
    AMAZON
}
