package io.fulfillmenthub.console;

/**
 * One setting as it is in force.
 *
 * @param key its key
 * @param value its value, dots for a secret, null when nothing is set and there is no default
 * @param origin where the value comes from, null for the default
 * @param standard the default, null without one
 */
public record Setting(String key, String value, String origin, String standard) {

    /** What stands for a secret that is set. */
    public static final String HIDDEN = "••••••";

    /** @return whether it is set somewhere */
    public boolean given() {
        return origin != null;
    }
}
