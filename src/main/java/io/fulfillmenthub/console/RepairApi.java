package io.fulfillmenthub.console;

import io.fulfillmenthub.ledger.OrderRepairs;
import io.fulfillmenthub.ledger.RepairAnswer;
import io.fulfillmenthub.order.OrderKey;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The repairs of an order's page for programs. */
@RestController
@RequestMapping("/api/orders/{accountId}/{amazonOrderId}")
class RepairApi {

    private final OrderRepairs repairs;

    RepairApi(OrderRepairs repairs) {
        this.repairs = repairs;
    }

    @PostMapping("/import-anyway")
    ResponseEntity<Object> importAnyway(
            @PathVariable String accountId, @PathVariable String amazonOrderId, Principal operator) {
        return answer(repairs.importAnyway(new OrderKey(accountId, amazonOrderId), operator.getName()));
    }

    @PostMapping("/do-not-import")
    ResponseEntity<Object> doNotImport(
            @PathVariable String accountId, @PathVariable String amazonOrderId, Principal operator) {
        return answer(repairs.doNotImport(new OrderKey(accountId, amazonOrderId), operator.getName()));
    }

    @PostMapping("/adopt")
    ResponseEntity<Object> adopt(
            @PathVariable String accountId,
            @PathVariable String amazonOrderId,
            @RequestBody Map<String, String> body,
            Principal operator) {
        String number = required(body, "commerceOrderNumber", "000000042");
        return answer(repairs.adopt(new OrderKey(accountId, amazonOrderId), number, operator.getName()));
    }

    @PostMapping("/map-sku")
    ResponseEntity<Object> mapSku(
            @PathVariable String accountId,
            @PathVariable String amazonOrderId,
            @RequestBody Map<String, String> body,
            Principal operator) {
        String amazonSku = required(body, "sku", "KETTLE-RED");
        String commerceSku = required(body, "commerceSku", "KETTLE");
        return answer(
                repairs.mapSku(new OrderKey(accountId, amazonOrderId), amazonSku, commerceSku, operator.getName()));
    }

    @PostMapping("/packages/{reference}/confirm")
    ResponseEntity<Object> confirm(
            @PathVariable String accountId,
            @PathVariable String amazonOrderId,
            @PathVariable int reference,
            Principal operator) {
        return answer(repairs.confirmAgain(new OrderKey(accountId, amazonOrderId), reference, operator.getName()));
    }

    /** @return the text of that name, read as strictly as a parameter of an address */
    static String required(Map<String, String> values, String name, String example) {
        Map<String, List<String>> given = values.entrySet().stream()
                .filter(entry -> entry.getValue() != null)
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> List.of(entry.getValue())));
        String text = new Parameters(given).text(name);
        if (text == null) {
            throw new BadParameterException(name, "given", example);
        }
        return text;
    }

    @ExceptionHandler
    ResponseEntity<Object> unreadable(BadParameterException problem) {
        return error(HttpStatus.BAD_REQUEST, problem.getMessage());
    }

    @ExceptionHandler
    ResponseEntity<Object> unreadable(HttpMessageNotReadableException problem) {
        return error(HttpStatus.BAD_REQUEST, "The body is no JSON of texts; see docs/operations.md");
    }

    private static ResponseEntity<Object> answer(RepairAnswer answer) {
        if (answer.done()) {
            return ResponseEntity.accepted().body(Map.of("message", answer.sentence()));
        }
        return error(answer == RepairAnswer.UNKNOWN ? HttpStatus.NOT_FOUND : HttpStatus.CONFLICT, answer.sentence());
    }

    private static ResponseEntity<Object> error(HttpStatus status, String sentence) {
        return ResponseEntity.status(status).body(Map.of("error", sentence));
    }
}
