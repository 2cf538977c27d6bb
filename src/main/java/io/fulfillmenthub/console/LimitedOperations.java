package io.fulfillmenthub.console;

import java.util.List;

/**
 * The operations that an account has a quota of.
 *
 * @param names such as {@code search-orders}
 */
public record LimitedOperations(List<String> names) {

    public LimitedOperations {
        names = List.copyOf(names);
    }
}
