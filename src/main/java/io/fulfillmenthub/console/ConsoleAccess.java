package io.fulfillmenthub.console;

import java.util.List;
import java.util.Map;

/**
 * Who may use the console and how OpenID Connect's users get their roles.
 *
 * @param users the configured users, none: the one of {@code spring.security.user}
 * @param roleClaim the claim that names the roles
 * @param roles the hub's role by the claim's value, empty when the values are the roles' own names
 */
public record ConsoleAccess(List<ConsoleUser> users, String roleClaim, Map<String, Role> roles) {

    /** Nobody but the one operator, and roles by their own names. */
    static final ConsoleAccess USUAL = new ConsoleAccess(List.of(), "roles", Map.of());
}
