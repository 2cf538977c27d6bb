package io.fulfillmenthub;

import io.fulfillmenthub.console.ConsoleUser;
import io.fulfillmenthub.console.Role;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * One user of the console and the API, {@code hub.users[]}.
 *
 * @param name {@code hub.users[].name}
 * @param password {@code hub.users[].password}: hashed, such as {@code {bcrypt}$2y$…}
 * @param role {@code hub.users[].role}: viewer, operator or admin
 */
public record UserSettings(String name, String password, Role role) {

    static List<UserSettings> checked(List<UserSettings> users) {
        Set<String> names = new HashSet<>();
        for (int i = 0; i < users.size(); i++) {
            users.get(i).check("hub.users[" + i + "].");
            require(names.add(users.get(i).name), "hub.users[" + i + "].name is there twice: give every user a name");
        }
        return List.copyOf(users);
    }

    private void check(String prefix) {
        require(name != null && !name.isBlank(), prefix + "name is missing: give the name to log in with");
        require(role != null, prefix + "role is missing: give viewer, operator or admin");
        require(
                password != null && password.matches("(?s)\\{(?!noop})[A-Za-z0-9@_.-]+}.+"),
                prefix + "password is not hashed: give {bcrypt} and the hash that htpasswd -nbB prints");
    }

    private static void require(boolean holds, String sentence) {
        if (!holds) {
            throw new IllegalArgumentException(sentence);
        }
    }

    ConsoleUser toUser() {
        return new ConsoleUser(name, password, role);
    }

    /** @return the name without the password */
    @Override
    public String toString() {
        return "UserSettings[" + name + " " + role + "]";
    }
}
