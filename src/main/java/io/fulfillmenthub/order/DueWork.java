package io.fulfillmenthub.order;

import java.util.Set;

/** What waits to be claimed. */
public interface DueWork {

    /** @return the kinds of which something is due now; what a hub has claimed already does not count */
    Set<DueKind> look();
}
