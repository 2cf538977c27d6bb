package io.fulfillmenthub.console;

import java.util.List;

/** The files of {@code hub.custom-routes}, as they fared at the start. */
public interface CustomRouteFiles {

    /** @return every file, and what a subscriber lacks */
    List<CustomRouteFile> all();

    /** @return those that were left out */
    default List<CustomRouteFile> leftOut() {
        return all().stream().filter(file -> !file.loaded()).toList();
    }
}
