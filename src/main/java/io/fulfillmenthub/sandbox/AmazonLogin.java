package io.fulfillmenthub.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Login with Amazon: access tokens for refresh tokens, and grantless ones for a scope. */
@RestController
@Profile("sandbox")
class AmazonLogin {

    private static final String PATH = "/sandbox/amazon/auth/o2/token";
    private static final Set<String> SCOPES =
            Set.of("sellingpartnerapi::notifications", "sellingpartnerapi::client_credential:rotation");

    private final AmazonAccess access;
    private final ObjectMapper json;

    AmazonLogin(AmazonAccess access, ObjectMapper json) {
        this.access = access;
        this.json = json;
    }

    @PostMapping(path = PATH, consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ResponseEntity<JsonNode> form(@RequestParam MultiValueMap<String, String> fields) {
        ObjectNode request = json.createObjectNode();
        fields.toSingleValueMap().forEach(request::put);
        return token(request);
    }

    @PostMapping(path = PATH, consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<JsonNode> json(@RequestBody JsonNode request) {
        return token(request);
    }

    private ResponseEntity<JsonNode> token(JsonNode request) {
        String clientId = request.path("client_id").asText();
        String clientSecret = request.path("client_secret").asText();
        if (!access.knowsClient(clientId, clientSecret)) {
            return refuse(401, "invalid_client", "Client authentication failed");
        }
        return switch (request.path("grant_type").asText()) {
            case "refresh_token" ->
                refresh(clientId, clientSecret, request.path("refresh_token").asText());
            case "client_credentials" -> grantless(request.path("scope").asText());
            case "" -> refuse(400, "invalid_request", "The request is missing a required parameter : grant_type");
            default -> refuse(400, "unsupported_grant_type", "The authorization grant type is not supported");
        };
    }

    private ResponseEntity<JsonNode> refresh(String clientId, String clientSecret, String refreshToken) {
        return access.authorisedBy(clientId, clientSecret, refreshToken)
                .map(account -> answer(200, issued(account.id()).put("refresh_token", refreshToken)))
                .orElseGet(() ->
                        refuse(400, "invalid_grant", "The request has an invalid grant parameter : refresh_token"));
    }

    private ResponseEntity<JsonNode> grantless(String scope) {
        return SCOPES.contains(scope)
                ? answer(200, issued("scope " + scope))
                : refuse(400, "invalid_scope", "The requested scope is invalid, unknown, or malformed");
    }

    private ObjectNode issued(String subject) {
        return json.createObjectNode()
                .put("access_token", access.issue(subject))
                .put("token_type", "bearer")
                .put("expires_in", access.lifetimeSeconds());
    }

    private ResponseEntity<JsonNode> refuse(int status, String error, String description) {
        return answer(status, json.createObjectNode().put("error", error).put("error_description", description));
    }

    private static ResponseEntity<JsonNode> answer(int status, JsonNode body) {
        return ResponseEntity.status(status)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .contentType(MediaType.APPLICATION_JSON)
                .body(body);
    }
}
