package io.fulfillmenthub.console;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.mapping.GrantedAuthoritiesMapper;
import org.springframework.security.oauth2.core.oidc.user.OidcUserAuthority;
import org.springframework.security.oauth2.core.user.OAuth2UserAuthority;

/** The hub's role of a user who signed in by OpenID Connect, from a claim; without a known value the user may do nothing. */
class RoleClaims implements GrantedAuthoritiesMapper {

    private final ConsoleAccess access;

    RoleClaims(ConsoleAccess access) {
        this.access = access;
    }

    @Override
    public Collection<? extends GrantedAuthority> mapAuthorities(Collection<? extends GrantedAuthority> authorities) {
        return authorities.stream()
                .flatMap(RoleClaims::claims)
                .flatMap(this::values)
                .flatMap(value -> role(value).stream())
                .max(Comparator.naturalOrder())
                .map(Role::authorities)
                .orElse(List.of());
    }

    private static Stream<Map<String, Object>> claims(GrantedAuthority authority) {
        if (authority instanceof OidcUserAuthority oidc) {
            Map<String, Object> more =
                    oidc.getUserInfo() == null ? Map.of() : oidc.getUserInfo().getClaims();
            return Stream.of(oidc.getIdToken().getClaims(), more);
        }
        return authority instanceof OAuth2UserAuthority oauth ? Stream.of(oauth.getAttributes()) : Stream.empty();
    }

    private Stream<String> values(Map<String, Object> claims) {
        Object found = claims.get(access.roleClaim());
        if (found == null) {
            found = claims;
            for (String part : access.roleClaim().split("\\.")) {
                found = found instanceof Map<?, ?> nested ? nested.get(part) : null;
            }
        }
        return found instanceof Collection<?> many
                ? many.stream().map(String::valueOf)
                : Stream.ofNullable(found).map(String::valueOf).flatMap(text -> Stream.of(text.split("[ ,]+")));
    }

    private Optional<Role> role(String value) {
        return access.roles().isEmpty()
                ? Role.of(value)
                : Optional.ofNullable(access.roles().get(value));
    }
}
