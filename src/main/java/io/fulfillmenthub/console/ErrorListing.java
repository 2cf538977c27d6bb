package io.fulfillmenthub.console;

import io.fulfillmenthub.ledger.ErrorList;
import java.util.List;

/**
 * The page Communication errors: one page of the list and the links that keep the filters.
 *
 * @param query what was asked for
 * @param links the address of the page with its filters
 * @param list the answer
 * @param accounts the accounts to choose from
 * @param operations the operations to choose from
 */
record ErrorListing(
        ErrorQuery query, FilterLinks links, ErrorList list, List<String> accounts, List<String> operations) {

    /** @return the number of the first error shown, from 1; 0 when none is */
    public long first() {
        return list.items().isEmpty() ? 0 : (long) query.page() * query.size() + 1;
    }

    /** @return the number of the last error shown */
    public long last() {
        return list.items().isEmpty() ? 0 : first() + list.items().size() - 1;
    }

    public boolean hasPrevious() {
        return query.page() > 0;
    }

    public boolean hasNext() {
        return last() > 0 && last() < list.total();
    }

    public String previous() {
        return links.with("page", String.valueOf(query.page() - 1));
    }

    public String next() {
        return links.with("page", String.valueOf(query.page() + 1));
    }
}
