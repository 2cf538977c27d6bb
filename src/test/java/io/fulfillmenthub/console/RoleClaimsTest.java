package io.fulfillmenthub.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.OidcUserAuthority;

class RoleClaimsTest {

    @Test
    void takesTheHighestRoleThatTheClaimNames() {
        assertThat(roles(ConsoleAccess.USUAL, Map.of("roles", List.of("viewer", "Operator", "unknown"))))
                .containsExactlyInAnyOrder("ROLE_VIEWER", "ROLE_OPERATOR");
        assertThat(roles(ConsoleAccess.USUAL, Map.of("roles", "viewer admin"))).contains("ROLE_ADMIN");
    }

    @Test
    void readsNestedClaimsAndTheCompanysOwnNames() {
        ConsoleAccess access = new ConsoleAccess(
                List.of(), "realm_access.roles", Map.of("warehouse", Role.OPERATOR, "everybody", Role.VIEWER));
        assertThat(roles(access, Map.of("realm_access", Map.of("roles", List.of("everybody", "warehouse")))))
                .contains("ROLE_OPERATOR");
        assertThat(roles(access, Map.of("realm_access", Map.of("roles", List.of("admin")))))
                .isEmpty();
    }

    @Test
    void allowsNothingWithoutTheClaim() {
        assertThat(roles(ConsoleAccess.USUAL, Map.of("groups", List.of("admin"))))
                .isEmpty();
    }

    private static List<String> roles(ConsoleAccess access, Map<String, Object> claims) {
        OidcIdToken.Builder token =
                OidcIdToken.withTokenValue("x").subject("jo").issuedAt(Instant.EPOCH);
        claims.forEach(token::claim);
        Collection<? extends GrantedAuthority> mapped =
                new RoleClaims(access).mapAuthorities(List.of(new OidcUserAuthority(token.build())));
        return mapped.stream().map(GrantedAuthority::getAuthority).toList();
    }
}
