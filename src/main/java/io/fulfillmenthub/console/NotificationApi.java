package io.fulfillmenthub.console;

import io.fulfillmenthub.ledger.NotificationSubscriptions;
import io.fulfillmenthub.order.NotificationQueues;
import java.security.Principal;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where an operator has Amazon send an account's notifications to its queue. */
@RestController
class NotificationApi {

    private static final String PATH = "/api/accounts/{accountId}/notifications";

    private final NotificationSubscriptions subscriptions;
    private final NotificationQueues queues;

    NotificationApi(NotificationSubscriptions subscriptions, NotificationQueues queues) {
        this.subscriptions = subscriptions;
        this.queues = queues;
    }

    @PostMapping(PATH)
    ResponseEntity<Object> subscribe(@PathVariable String accountId, Principal operator) {
        Optional<String> queue = queues.of(accountId);
        if (queue.isEmpty()) {
            return error(
                    HttpStatus.CONFLICT,
                    "Name the account's queue in amazon.notifications.queues." + accountId
                            + ", restart, and ask again");
        }
        subscriptions.ask(accountId, queue.get(), operator.getName());
        return ResponseEntity.accepted()
                .body(Map.of("message", "Amazon is asked to send notifications to " + queue.get()));
    }

    @GetMapping(PATH)
    ResponseEntity<Object> subscription(@PathVariable String accountId) {
        return subscriptions
                .find(accountId)
                .<ResponseEntity<Object>>map(ResponseEntity::ok)
                .orElseGet(() -> error(HttpStatus.NOT_FOUND, "Nobody asked for the account's notifications"));
    }

    private static ResponseEntity<Object> error(HttpStatus status, String sentence) {
        return ResponseEntity.status(status).body(Map.of("error", sentence));
    }
}
