package io.fulfillmenthub.console;

import io.fulfillmenthub.ledger.OperatorActions;
import io.fulfillmenthub.ledger.OrderBook;
import io.fulfillmenthub.ledger.OrderList;
import io.fulfillmenthub.ledger.RetryAnswer;
import io.fulfillmenthub.order.OrderKey;
import io.fulfillmenthub.order.OrderState;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The console for programs: JSON under {@code /api}, Basic authentication. */
@RestController
@RequestMapping("/api")
class OrderApi {

    private final OrderBook orders;
    private final OperatorActions actions;
    private final PollTriggers polls;

    OrderApi(OrderBook orders, OperatorActions actions, PollTriggers polls) {
        this.orders = orders;
        this.actions = actions;
        this.polls = polls;
    }

    @GetMapping("/summary")
    Map<String, Map<OrderState, Long>> summary() {
        return Map.of("states", orders.counts());
    }

    @GetMapping("/orders")
    OrderList list(@RequestParam MultiValueMap<String, String> parameters) {
        OrderQuery query = OrderQuery.of(parameters);
        return orders.find(query.filter(), query.sort(), query.page(), query.size());
    }

    @GetMapping("/orders/{accountId}/{amazonOrderId}")
    ResponseEntity<Object> details(
            @PathVariable String accountId, @PathVariable String amazonOrderId, HttpServletRequest caller) {
        boolean personal = caller.isUserInRole(Role.OPERATOR.name());
        return orders.details(new OrderKey(accountId, amazonOrderId))
                .<ResponseEntity<Object>>map(details -> ResponseEntity.ok(OrderAnswer.of(details, personal)))
                .orElseGet(() -> error(HttpStatus.NOT_FOUND, RetryAnswer.UNKNOWN.sentence()));
    }

    @PostMapping("/orders/{accountId}/{amazonOrderId}/retry")
    ResponseEntity<Object> retry(
            @PathVariable String accountId, @PathVariable String amazonOrderId, Principal operator) {
        RetryAnswer answer = actions.retry(new OrderKey(accountId, amazonOrderId), operator.getName());
        return switch (answer) {
            case SCHEDULED -> ResponseEntity.accepted().body(Map.of("message", answer.sentence()));
            case UNKNOWN -> error(HttpStatus.NOT_FOUND, answer.sentence());
            default -> error(HttpStatus.CONFLICT, answer.sentence());
        };
    }

    @PostMapping("/sync")
    ResponseEntity<Object> sync() {
        return ResponseEntity.accepted().body(Map.of("started", polls.startAll()));
    }

    @ExceptionHandler({BadParameterException.class, IllegalArgumentException.class})
    ResponseEntity<Object> unreadable(RuntimeException problem) {
        return error(HttpStatus.BAD_REQUEST, problem.getMessage());
    }

    private static ResponseEntity<Object> error(HttpStatus status, String sentence) {
        return ResponseEntity.status(status).body(Map.of("error", sentence));
    }
}
