package io.fulfillmenthub.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.context.annotation.Profile;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** What every Selling Partner API call has in common: token, quota, error form and headers. */
@Component
@Profile("sandbox")
class AmazonGate {

    private static final Set<Integer> WITH_LIMIT = Set.of(200, 204, 400, 404);

    private final AmazonAccess access;
    private final AmazonQuotas quotas;
    private final ObjectMapper json;

    AmazonGate(AmazonAccess access, AmazonQuotas quotas, ObjectMapper json) {
        this.access = access;
        this.quotas = quotas;
        this.json = json;
    }

    /** @param work the answer's body, or empty for 204 */
    ResponseEntity<JsonNode> call(
            AmazonOperation operation, String token, Function<SandboxSettings.Account, Optional<ObjectNode>> work) {
        try {
            SandboxSettings.Account account = access.accountOf(token);
            quotas.spend(account, operation);
            return work.apply(account)
                    .map(body -> answer(operation, 200).<JsonNode>body(body))
                    .orElseGet(() -> answer(operation, 204).build());
        } catch (AmazonRefusal refusal) {
            return answer(operation, refusal.status()).body(errors(refusal));
        }
    }

    /** A call in the name of the application, which needs no seller's consent. */
    ResponseEntity<JsonNode> grantless(AmazonOperation operation, String token, Supplier<ObjectNode> work) {
        try {
            access.requireScope(token, "sellingpartnerapi::notifications");
            return answer(operation, 200).body(work.get());
        } catch (AmazonRefusal refusal) {
            return answer(operation, refusal.status()).body(errors(refusal));
        }
    }

    private ResponseEntity.BodyBuilder answer(AmazonOperation operation, int status) {
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(status)
                .header("x-amzn-RequestId", UUID.randomUUID().toString());
        if (WITH_LIMIT.contains(status)) {
            answer.header("x-amzn-RateLimit-Limit", quotas.limit(operation));
        }
        return status == 204 ? answer : answer.contentType(MediaType.APPLICATION_JSON);
    }

    private ObjectNode errors(AmazonRefusal refusal) {
        ObjectNode errors = json.createObjectNode();
        errors.putArray("errors")
                .addObject()
                .put("code", refusal.code())
                .put("message", refusal.getMessage())
                .put("details", refusal.details());
        return errors;
    }
}
