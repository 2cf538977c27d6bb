package io.fulfillmenthub.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Who may call what: bearer tokens of the integration and of admins, and OAuth 1.0a signatures. */
@Component
@Profile("sandbox")
class CommerceAccess implements CommerceRouter.Routes {

    private static final Duration ADMIN_TOKEN_LIFE = Duration.ofHours(4);
    private static final String READ_ORDERS = "Magento_Sales::actions_view";

    private final Map<String, Instant> adminTokens = new ConcurrentHashMap<>();
    private final CommerceSettings settings;
    private final CommerceSignature signature;

    CommerceAccess(CommerceSettings settings) {
        this.settings = settings;
        this.signature = new CommerceSignature(settings);
    }

    @Override
    public void register(CommerceRouter router) {
        router.on("POST", "integration/admin/token", CommerceRouter.ANONYMOUS, this::signIn);
    }

    /** @throws CommerceError 401 without the permission, 400 for a malformed signature */
    void check(HttpServletRequest request, Map<String, String> query, String permission) {
        if (permission.equals(CommerceRouter.ANONYMOUS)) {
            return;
        }
        String header = request.getHeader("Authorization");
        if (header != null && header.startsWith("OAuth ")) {
            signature.verify(request.getMethod(), request.getRequestURL().toString(), query, header.substring(6));
        } else if (header == null || !header.startsWith("Bearer ") || !holds(header.substring(7), permission)) {
            throw CommerceError.unauthorized(permission);
        }
    }

    private boolean holds(String token, String permission) {
        if (token.equals(settings.restrictedAccessToken())) {
            return permission.equals(READ_ORDERS);
        }
        Instant end = adminTokens.getOrDefault(token, Instant.MIN);
        return end.isAfter(Instant.now()) || settings.bearerEnabled() && token.equals(settings.accessToken());
    }

    private JsonNode signIn(CommerceRequest request) {
        if (!request.required("username").asText().equals(settings.adminUsername())
                || !request.required("password").asText().equals(settings.adminPassword())) {
            throw CommerceError.unauthenticated("The account sign-in was incorrect or your account is disabled "
                    + "temporarily. Please wait and try again later.");
        }
        String token = UUID.randomUUID().toString();
        adminTokens.put(token, Instant.now().plus(ADMIN_TOKEN_LIFE));
        return TextNode.valueOf(token);
    }
}
