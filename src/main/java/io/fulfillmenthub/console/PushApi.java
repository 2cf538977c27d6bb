package io.fulfillmenthub.console;

import io.fulfillmenthub.ledger.PushedEvents;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/events/commerce}: where Commerce's events arrive; the signature is the login. */
@RestController
@RequestMapping(PushApi.PATH)
class PushApi {

    static final String PATH = "/api/events/commerce";

    private final PushedEvents events;

    PushApi(PushedEvents events) {
        this.events = events;
    }

    /** Answers the handshake by which Adobe I/O Events makes sure that somebody listens. */
    @GetMapping
    ResponseEntity<Object> handshake(@RequestParam String challenge) {
        return events.enabled() ? ResponseEntity.ok(Map.of("challenge", challenge)) : disabled();
    }

    @PostMapping
    ResponseEntity<Object> receive(
            @RequestHeader(name = "X-Hub-Timestamp", required = false) String timestamp,
            @RequestHeader(name = "X-Hub-Signature-256", required = false) String signature,
            @RequestHeader(name = "X-Hub-Event-Id", required = false) String eventId,
            @RequestBody String body) {
        if (!events.enabled()) {
            return disabled();
        }
        if (!events.genuine(timestamp, signature, body)) {
            return error(HttpStatus.FORBIDDEN, "The signature or its time is wrong: see docs/shipments.md");
        }
        return ResponseEntity.accepted().body(Map.of("orders", events.receive(eventId, timestamp, body)));
    }

    @ExceptionHandler
    ResponseEntity<Object> unreadable(IllegalArgumentException problem) {
        return error(HttpStatus.BAD_REQUEST, problem.getMessage());
    }

    private static ResponseEntity<Object> disabled() {
        return error(HttpStatus.NOT_FOUND, "Events are not taken in: set hub.push.secret first");
    }

    private static ResponseEntity<Object> error(HttpStatus status, String sentence) {
        return ResponseEntity.status(status).body(Map.of("error", sentence));
    }
}
