package io.fulfillmenthub.order;

/** What a charge is for: Amazon's proceeds breakdown types without TAX and DISCOUNT, which every charge carries itself. */
public enum ChargeType {
    ITEM,
    SHIPPING,
    GIFT_WRAP,
    COD_FEE,
    DELIVERY_TIP,
    OTHER
}
