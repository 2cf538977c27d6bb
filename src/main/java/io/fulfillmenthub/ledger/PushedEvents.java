package io.fulfillmenthub.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/**
 * Events that Commerce pushes: hints, not truth. Each only makes the hub read the shipments of its order at once; what is
 * lost on the way is found by the poll.
 */
public class PushedEvents {

    private static final Duration WINDOW = Duration.ofMinutes(5);

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final Clock clock;
    private final String secret;

    /** @param secret {@code hub.push.secret}, empty to take in nothing */
    public PushedEvents(JdbcClient jdbc, ObjectMapper json, Clock clock, String secret) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
        this.secret = secret;
    }

    /** @return whether there is a secret to check events with */
    public boolean enabled() {
        return !secret.isBlank();
    }

    /**
     * Whether a sender knows the secret and sends now.
     *
     * @param timestamp seconds since 1970, at most five minutes away from now
     * @param signature {@code sha256=} and the HMAC-SHA256 of timestamp, a dot and the body, in hexadecimal digits
     */
    public boolean genuine(String timestamp, String signature, String body) {
        return recent(timestamp) && same("sha256=" + hmac(timestamp + "." + body), signature);
    }

    /**
     * Asks for the shipments of the orders that an event names to be read at once.
     *
     * @param eventId the sender's id of the event, null to tell it by its contents
     * @return how many orders of the hub it names; 0 as well for an event that was seen before
     * @throws IllegalArgumentException when the body is no JSON
     */
    @Transactional
    public int receive(String eventId, String timestamp, String body) {
        JsonNode event = read(body);
        String id = eventId == null ? hmac(timestamp + "." + body) : eventId;
        jdbc.sql("delete from push_events where at < now() - interval '30 days'")
                .update();
        int fresh = jdbc.sql("insert into push_events (event_id) values (?) on conflict do nothing")
                .param(id)
                .update();
        return fresh == 0 ? 0 : orders(event).stream().mapToInt(this::ask).sum();
    }

    /**
     * @return a field at the top of an event, empty when it has none
     * @throws IllegalArgumentException when the body is no JSON
     */
    public String text(String body, String field) {
        return read(body).path(field).asText();
    }

    private int ask(long commerceOrderId) {
        boolean ours = jdbc.sql("select 1 from orders where commerce_order_id = ?")
                .param(commerceOrderId)
                .query(Integer.class)
                .optional()
                .isPresent();
        if (ours) {
            ShipmentCursors.ask(jdbc, commerceOrderId);
        }
        return ours ? 1 : 0;
    }

    /** Shipments and tracks name their order_id; an order is its own entity_id. */
    private static Set<Long> orders(JsonNode event) {
        Set<Long> ids = new LinkedHashSet<>();
        event.findValues("order_id").forEach(id -> add(ids, id));
        if (ids.isEmpty()) {
            event.findValues("entity_id").forEach(id -> add(ids, id));
        }
        return ids;
    }

    private static void add(Set<Long> ids, JsonNode id) {
        if (id.asText().matches("\\d{1,18}")) {
            ids.add(Long.valueOf(id.asText()));
        }
    }

    private JsonNode read(String body) {
        try {
            return json.readTree(body);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("The event is no JSON", e);
        }
    }

    private boolean recent(String timestamp) {
        if (timestamp == null || !timestamp.matches("\\d{1,12}")) {
            return false;
        }
        Duration away = Duration.between(Instant.ofEpochSecond(Long.parseLong(timestamp)), clock.instant());
        return away.abs().compareTo(WINDOW) <= 0;
    }

    private static boolean same(String expected, String given) {
        return given != null
                && MessageDigest.isEqual(
                        expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }

    private String hmac(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Java offers no HmacSHA256", e);
        }
    }
}
