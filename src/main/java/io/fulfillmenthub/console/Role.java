package io.fulfillmenthub.console;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.AuthorityUtils;

/** What a user may do; each role may do what the one before may. */
public enum Role {
    /** Sees everything but personal data and secrets. */
    VIEWER,
    /** Repairs orders, sees personal data when asking for it. */
    OPERATOR,
    /** Confirms deployments, erases people, starts and stops routes. */
    ADMIN;

    /** @return Spring Security's authorities: this role and those it includes */
    public List<GrantedAuthority> authorities() {
        return AuthorityUtils.createAuthorityList(Arrays.stream(values())
                .filter(role -> role.compareTo(this) <= 0)
                .map(role -> "ROLE_" + role.name())
                .toList());
    }

    /** @return the role of that name, in any case */
    static Optional<Role> of(String name) {
        return Arrays.stream(values())
                .filter(role -> role.name().equals(name.strip().toUpperCase(Locale.ROOT)))
                .findFirst();
    }
}
