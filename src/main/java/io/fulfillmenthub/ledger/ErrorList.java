package io.fulfillmenthub.ledger;

import java.util.List;

/**
 * One page of the communication-error log, newest first.
 *
 * @param items the errors of this page
 * @param total how many errors all pages have together
 */
public record ErrorList(List<ErrorEntry> items, long total) {

    public ErrorList {
        items = List.copyOf(items);
    }
}
