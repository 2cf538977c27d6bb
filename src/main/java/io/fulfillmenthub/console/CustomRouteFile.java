package io.fulfillmenthub.console;

/**
 * One file of the user's routes, as it fared at the start.
 *
 * @param file where it is
 * @param loaded whether its routes run
 * @param problem why it was left out, with the remedy; null if it was not
 */
public record CustomRouteFile(String file, boolean loaded, String problem) {}
