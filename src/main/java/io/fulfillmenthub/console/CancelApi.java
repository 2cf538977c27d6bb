package io.fulfillmenthub.console;

import io.fulfillmenthub.ledger.CancelAnswer;
import io.fulfillmenthub.ledger.Cancellations;
import io.fulfillmenthub.order.CancelReason;
import io.fulfillmenthub.order.OrderKey;
import java.security.Principal;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Where a merchant cancels an order at Amazon, with one of Amazon's reasons. */
@RestController
class CancelApi {

    private static final String WANTED = "Send {\"reason\": …} with one of " + CancelReason.all();

    private final Cancellations cancellations;

    CancelApi(Cancellations cancellations) {
        this.cancellations = cancellations;
    }

    @PostMapping("/api/orders/{accountId}/{amazonOrderId}/cancel")
    ResponseEntity<Object> cancel(
            @PathVariable String accountId,
            @PathVariable String amazonOrderId,
            @RequestBody Map<String, Object> body,
            Principal operator) {
        Optional<CancelReason> reason = CancelReason.of(String.valueOf(body.get("reason")));
        if (reason.isEmpty()) {
            return error(HttpStatus.BAD_REQUEST, WANTED);
        }
        CancelAnswer answer =
                cancellations.ask(new OrderKey(accountId, amazonOrderId), reason.get(), operator.getName());
        return switch (answer) {
            case ASKED, ASKED_BEFORE -> ResponseEntity.accepted().body(Map.of("message", answer.sentence()));
            case UNKNOWN -> error(HttpStatus.NOT_FOUND, answer.sentence());
            default -> error(HttpStatus.CONFLICT, answer.sentence());
        };
    }

    @ExceptionHandler
    ResponseEntity<Object> unreadable(HttpMessageNotReadableException problem) {
        return error(HttpStatus.BAD_REQUEST, WANTED);
    }

    private static ResponseEntity<Object> error(HttpStatus status, String sentence) {
        return ResponseEntity.status(status).body(Map.of("error", sentence));
    }
}
