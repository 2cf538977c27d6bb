package io.fulfillmenthub.console;

import java.util.List;

/** The polls of both sides, to be started by hand. */
interface PollTriggers {

    /** @return the names of the polls that were started, none when the hub has none yet */
    List<String> startAll();
}
