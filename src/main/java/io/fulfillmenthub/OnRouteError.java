package io.fulfillmenthub;

/** What a wrong file of the user's routes does to the hub. */
public enum OnRouteError {
    /** The hub does not start. */
    STOP,
    /** The file is left out, loudly, and everything else runs. */
    SKIP
}
