package io.fulfillmenthub;

import io.fulfillmenthub.console.Role;
import java.util.Map;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What users who sign in by OpenID Connect may do, {@code hub.sign-in}.
 *
 * @param roleClaim {@code hub.sign-in.role-claim}: the claim that names their roles; dots lead into nested claims
 * @param roles {@code hub.sign-in.roles.*}: the hub's role by the claim's value; without any, values are the roles' own names
 */
public record SignInSettings(
        @DefaultValue("roles") String roleClaim,
        @DefaultValue Map<String, Role> roles) {

    public SignInSettings {
        roles = Map.copyOf(roles);
        if (roleClaim.isBlank()) {
            throw new IllegalArgumentException("hub.sign-in.role-claim is empty: give a claim such as roles or groups");
        }
    }
}
