package io.fulfillmenthub.console;

import io.fulfillmenthub.ledger.AddressCorrections;
import io.fulfillmenthub.ledger.RetryAnswer;
import io.fulfillmenthub.order.OrderKey;
import java.security.Principal;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The correction of a delivery address: {@code POST /api/orders/…/address} for programs, a form for people. */
@Controller
class AddressPages {

    private final AddressCorrections corrections;

    AddressPages(AddressCorrections corrections) {
        this.corrections = corrections;
    }

    @PostMapping("/api/orders/{accountId}/{amazonOrderId}/address")
    ResponseEntity<Object> correct(
            @PathVariable String accountId,
            @PathVariable String amazonOrderId,
            @RequestBody Map<String, Object> address,
            Principal operator) {
        RetryAnswer answer = corrections.correct(
                new OrderKey(accountId, amazonOrderId), AddressInput.of(address), operator.getName());
        return switch (answer) {
            case SCHEDULED -> ResponseEntity.accepted().body(Map.of("message", answer.sentence()));
            case UNKNOWN -> error(HttpStatus.NOT_FOUND, answer.sentence());
            default -> error(HttpStatus.CONFLICT, answer.sentence());
        };
    }

    @PostMapping("/orders/{accountId}/{amazonOrderId}/address")
    String correct(
            @PathVariable String accountId,
            @PathVariable String amazonOrderId,
            @RequestParam MultiValueMap<String, String> form,
            Principal operator,
            RedirectAttributes next) {
        try {
            RetryAnswer answer = corrections.correct(
                    new OrderKey(accountId, amazonOrderId), AddressInput.ofForm(form), operator.getName());
            next.addFlashAttribute("message", answer.sentence());
            next.addFlashAttribute("refused", answer != RetryAnswer.SCHEDULED);
        } catch (IllegalArgumentException e) {
            next.addFlashAttribute("message", e.getMessage());
            next.addFlashAttribute("refused", true);
        }
        return "redirect:/orders/{accountId}/{amazonOrderId}";
    }

    @ExceptionHandler
    ResponseEntity<Object> unreadable(IllegalArgumentException problem) {
        return error(HttpStatus.BAD_REQUEST, problem.getMessage());
    }

    @ExceptionHandler
    ResponseEntity<Object> unreadable(HttpMessageNotReadableException problem) {
        return error(HttpStatus.BAD_REQUEST, "The body is no address: give JSON such as {\"city\": \"Seattle\"}");
    }

    private static ResponseEntity<Object> error(HttpStatus status, String sentence) {
        return ResponseEntity.status(status).body(Map.of("error", sentence));
    }
}
