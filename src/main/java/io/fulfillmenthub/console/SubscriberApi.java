package io.fulfillmenthub.console;

import io.fulfillmenthub.ledger.Replay;
import io.fulfillmenthub.ledger.Replays;
import io.fulfillmenthub.ledger.SubscriberEntry;
import io.fulfillmenthub.ledger.Subscribers;
import java.security.Principal;
import java.util.List;
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

/** The subscribers for programs: JSON under {@code /api/subscribers}, Basic authentication. */
@RestController
@RequestMapping("/api/subscribers")
class SubscriberApi {

    private final Subscribers subscribers;
    private final Replays replays;

    SubscriberApi(Subscribers subscribers, Replays replays) {
        this.subscribers = subscribers;
        this.replays = replays;
    }

    @GetMapping
    Map<String, List<SubscriberEntry>> list() {
        return Map.of("items", subscribers.all());
    }

    @PostMapping("/{name}/replay")
    ResponseEntity<Object> replay(
            @PathVariable String name, @RequestParam MultiValueMap<String, String> parameters, Principal operator) {
        Replay replay = ReplayQuery.of(name, parameters);
        if (subscribers.all().stream().noneMatch(entry -> entry.name().equals(name))) {
            return error(HttpStatus.NOT_FOUND, "There is no such subscriber; GET /api/subscribers lists them.");
        }
        return ResponseEntity.accepted().body(Map.of("replayed", replays.start(replay, operator.getName())));
    }

    @ExceptionHandler(BadParameterException.class)
    ResponseEntity<Object> unreadable(BadParameterException problem) {
        return error(HttpStatus.BAD_REQUEST, problem.getMessage());
    }

    private static ResponseEntity<Object> error(HttpStatus status, String sentence) {
        return ResponseEntity.status(status).body(Map.of("error", sentence));
    }
}
