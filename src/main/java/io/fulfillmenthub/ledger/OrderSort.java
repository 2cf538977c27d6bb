package io.fulfillmenthub.ledger;

/** The orders in which lists can be sorted; equal ones follow each other by account and order id. */
public enum OrderSort {
    NEWEST("purchase_date desc", "purchase_date"),
    OLDEST("purchase_date", "purchase_date"),
    HIGHEST_TOTAL("total desc nulls last, purchase_date desc", "total, purchase_date"),
    LOWEST_TOTAL("total nulls last, purchase_date desc", "total, purchase_date"),
    SHIP_BY("latest_ship_time nulls last", "latest_ship_time"),
    LAST_CHANGED("updated_at desc", "updated_at");

    private final String order;
    private final String columns;

    OrderSort(String order, String columns) {
        this.order = order;
        this.columns = columns;
    }

    String sql() {
        return " order by " + order + ", account_id, amazon_order_id";
    }

    /** @return what a row needs in order to be sorted */
    String columns() {
        return columns + ", account_id, amazon_order_id";
    }

    boolean byDate() {
        return this == NEWEST || this == OLDEST;
    }
}
