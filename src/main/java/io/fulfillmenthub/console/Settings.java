package io.fulfillmenthub.console;

import java.util.List;

/** The settings in force, with their origins; secrets are hidden. */
public interface Settings {

    /** @return every key of the hub that is set or has a default, in the order of docs/operations.md */
    List<Setting> all();
}
