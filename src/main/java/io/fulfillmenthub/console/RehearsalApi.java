package io.fulfillmenthub.console;

import io.fulfillmenthub.ledger.Rehearsals;
import io.fulfillmenthub.ledger.RetryAnswer;
import io.fulfillmenthub.order.OrderKey;
import io.fulfillmenthub.order.Rehearsal;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** The dry run of one order: the exact requests that it would cause now, none of them sent. */
@RestController
class RehearsalApi {

    private static final Duration PATIENCE = Duration.ofSeconds(45);

    private final Rehearsals rehearsals;

    RehearsalApi(Rehearsals rehearsals) {
        this.rehearsals = rehearsals;
    }

    @PostMapping("/api/orders/{accountId}/{amazonOrderId}/dry-run")
    ResponseEntity<Object> run(@PathVariable String accountId, @PathVariable String amazonOrderId)
            throws InterruptedException {
        Optional<Rehearsal> rehearsal = rehearsals.ask(new OrderKey(accountId, amazonOrderId));
        if (rehearsal.isEmpty()) {
            return error(HttpStatus.NOT_FOUND, RetryAnswer.UNKNOWN.sentence());
        }
        return rehearsal
                .get()
                .await(PATIENCE)
                .<ResponseEntity<Object>>map(ResponseEntity::ok)
                .orElseGet(() -> error(
                        HttpStatus.GATEWAY_TIMEOUT,
                        "The dry run takes longer than " + PATIENCE.toSeconds()
                                + " s: Commerce may be slow; try again"));
    }

    private static ResponseEntity<Object> error(HttpStatus status, String sentence) {
        return ResponseEntity.status(status).body(Map.of("error", sentence));
    }
}
