package io.fulfillmenthub.console;

/**
 * Who may log in.
 *
 * @param name the name
 * @param password the hashed password
 * @param role what the user may do
 */
public record ConsoleUser(String name, String password, Role role) {

    /** @return the name without the password */
    @Override
    public String toString() {
        return "ConsoleUser[" + name + " " + role + "]";
    }
}
