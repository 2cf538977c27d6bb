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
    private final AdobeSignature adobe;

    PushApi(PushedEvents events, AdobeSignature adobe) {
        this.events = events;
        this.adobe = adobe;
    }

    /** Answers the handshake by which Adobe I/O Events makes sure that somebody listens. */
    @GetMapping
    ResponseEntity<Object> handshake(@RequestParam String challenge) {
        boolean listening = events.enabled() || adobe.enabled();
        return listening ? ResponseEntity.ok(Map.of("challenge", challenge)) : disabled();
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

    /** An event as Adobe I/O Events itself delivers it; its signature counts by either of Adobe's two keys. */
    @PostMapping(headers = "x-adobe-digital-signature-1")
    ResponseEntity<Object> receiveFromAdobe(
            @RequestHeader("x-adobe-digital-signature-1") String first,
            @RequestHeader(name = "x-adobe-public-key1-path", required = false) String firstKey,
            @RequestHeader(name = "x-adobe-digital-signature-2", required = false) String second,
            @RequestHeader(name = "x-adobe-public-key2-path", required = false) String secondKey,
            @RequestBody String body) {
        if (!adobe.enabled()) {
            return disabled();
        }
        String recipient = events.text(body, "recipient_client_id");
        if (!adobe.genuine(body, recipient, firstKey, first) && !adobe.genuine(body, recipient, secondKey, second)) {
            return error(
                    HttpStatus.FORBIDDEN, "Adobe's signature or recipient_client_id is wrong: see docs/shipments.md");
        }
        String eventId = events.text(body, "event_id");
        if (eventId.isEmpty()) {
            return error(HttpStatus.BAD_REQUEST, "The event has no event_id");
        }
        return ResponseEntity.accepted().body(Map.of("orders", events.receive("adobe/" + eventId, "", body)));
    }

    @ExceptionHandler
    ResponseEntity<Object> unreadable(IllegalArgumentException problem) {
        return error(HttpStatus.BAD_REQUEST, problem.getMessage());
    }

    private static ResponseEntity<Object> disabled() {
        return error(
                HttpStatus.NOT_FOUND, "Events are not taken in: set hub.push.secret or hub.push.adobe-client-id first");
    }

    private static ResponseEntity<Object> error(HttpStatus status, String sentence) {
        return ResponseEntity.status(status).body(Map.of("error", sentence));
    }
}
