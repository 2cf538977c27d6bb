package io.fulfillmenthub.order;

/** What an operator decided about an order by hand. */
public enum Ruling {
    /** Nothing: the rules and settings decide. */
    NONE,
    /** It is imported whatever the settings and the stock say. */
    IMPORT,
    /** It is left alone. */
    LEAVE
}
