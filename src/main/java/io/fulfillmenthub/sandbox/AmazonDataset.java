package io.fulfillmenthub.sandbox;

/** The values of includedData: the sections of an order that are left out unless asked for. */
enum AmazonDataset {
    BUYER,
    RECIPIENT,
    PROCEEDS,
    EXPENSE,
    PROMOTION,
    CANCELLATION,
    FULFILLMENT,
    PACKAGES,
    TAX,
    PAYMENT,
    FULFILLMENT_ORDERS
}
