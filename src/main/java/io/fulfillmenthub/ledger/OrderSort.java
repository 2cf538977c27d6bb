package io.fulfillmenthub.ledger;

/** The orders in which lists can be sorted; equal ones follow each other by account and order id. */
public enum OrderSort {
    NEWEST("purchase_date desc"),
    OLDEST("purchase_date"),
    HIGHEST_TOTAL("total desc nulls last, purchase_date desc"),
    LOWEST_TOTAL("total nulls last, purchase_date desc"),
    SHIP_BY("latest_ship_time nulls last"),
    LAST_CHANGED("updated_at desc");

    private final String columns;

    OrderSort(String columns) {
        this.columns = columns;
    }

    String sql() {
        return " order by " + columns + ", account_id, amazon_order_id";
    }
}
