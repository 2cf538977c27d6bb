package io.fulfillmenthub.console;

import io.fulfillmenthub.ledger.Erasure;
import io.fulfillmenthub.ledger.ErasureProof;
import io.fulfillmenthub.order.OrderKey;
import java.security.Principal;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the law gives a buyer: {@code POST /api/erasure}. */
@RestController
@RequestMapping("/api")
class PrivacyApi {

    private static final String WANTED =
            "Send {\"accountId\": …, \"amazonOrderId\": …} for the buyer of one order, or {\"email\": …} for all orders";

    private final Erasure erasure;

    PrivacyApi(Erasure erasure) {
        this.erasure = erasure;
    }

    @PostMapping("/erasure")
    ResponseEntity<Object> erase(@RequestBody Request request, Principal operator) {
        if (request.byEmail() == request.byOrder()) {
            return error(HttpStatus.BAD_REQUEST, WANTED);
        }
        ErasureProof proof = request.byEmail()
                ? erasure.eraseEmail(request.email(), operator.getName())
                : erasure.eraseOrder(
                        new OrderKey(
                                request.accountId().strip(),
                                request.amazonOrderId().strip()),
                        operator.getName());
        return proof.orders().isEmpty()
                ? error(HttpStatus.NOT_FOUND, "The hub keeps no such order")
                : ResponseEntity.ok(proof);
    }

    @ExceptionHandler(HttpMessageNotReadableException.class)
    ResponseEntity<Object> unreadable() {
        return error(HttpStatus.BAD_REQUEST, WANTED);
    }

    private static ResponseEntity<Object> error(HttpStatus status, String sentence) {
        return ResponseEntity.status(status).body(Map.of("error", sentence));
    }

    /** Whom to erase: the buyer of one order, or every order with an e-mail. */
    record Request(String accountId, String amazonOrderId, String email) {

        boolean byEmail() {
            return present(email);
        }

        boolean byOrder() {
            return present(accountId) && present(amazonOrderId);
        }

        private static boolean present(String text) {
            return text != null && !text.isBlank();
        }

        @Override
        public String toString() {
            return "Request[…]";
        }
    }
}
