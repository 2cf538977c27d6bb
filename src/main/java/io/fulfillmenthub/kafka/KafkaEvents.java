package io.fulfillmenthub.kafka;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fulfillmenthub.ledger.Announcements;
import io.fulfillmenthub.ledger.ClaimedWork;
import io.fulfillmenthub.ledger.EffectRepository;
import io.fulfillmenthub.order.Slot;
import io.fulfillmenthub.order.StreamedEvent;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Body;
import org.apache.camel.Header;
import org.apache.camel.component.kafka.KafkaConstants;
import org.apache.camel.component.kafka.consumer.KafkaManualCommit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The topic of what happened to orders, and what its messages hold: {@code {{bean:kafkaEvents.…}}} in YAML. */
public class KafkaEvents {

    private static final Logger LOG = LoggerFactory.getLogger(KafkaEvents.class);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    private final String topic;
    private final ObjectMapper json;
    private final EffectRepository effects;
    private final ClaimedWork work;
    private final Duration pause;

    /**
     * @param topic {@code hub.kafka.event-topic}
     * @param pause {@code hub.retry.initial-delay}: after the first failure of a consumer
     */
    public KafkaEvents(String topic, ObjectMapper json, EffectRepository effects, ClaimedWork work, Duration pause) {
        this.topic = topic;
        this.json = json;
        this.effects = effects;
        this.work = work;
        this.pause = pause;
    }

    /** @return the topic's name */
    public String topic() {
        return topic;
    }

    /**
     * Writes an event for everybody who may read the topic: ids, and the fact itself where it is none of a person. An imported
     * order is not told, it is asked for where personal data may be.
     *
     * @param payload what a subscriber receives of the event
     * @param order {@code account/amazonOrderId}
     * @param number the number in Commerce, null for none
     */
    public String body(String payload, String eventId, String slot, String order, String number)
            throws JsonProcessingException {
        String[] key = order.split("/", 2);
        ObjectNode event = json.createObjectNode()
                .put("schemaVersion", 1)
                .put("eventId", eventId)
                .put("slot", slot)
                .put("accountId", key[0])
                .put("amazonOrderId", key[1])
                .put("commerceOrderNumber", number);
        if (!Slot.ORDER_IMPORTED.key().equals(slot)) {
            event.set("fact", json.readTree(payload));
        }
        return json.writeValueAsString(event);
    }

    /** @return the event that a message tells; what is no event is settled already */
    public StreamedEvent event(String body, String consumer) {
        try {
            JsonNode event = json.readTree(body);
            String eventId = event.path("eventId").asText();
            String order = event.path("accountId").asText() + "/"
                    + event.path("amazonOrderId").asText();
            if (!eventId.isEmpty() && Announcements.isKey(order)) {
                return new StreamedEvent(consumer, eventId, event.path("slot").asText(), order, body);
            }
        } catch (JsonProcessingException | IllegalArgumentException e) {
            LOG.debug("A message is no JSON: {}", e.getClass().getName());
        }
        LOG.warn("The topic {} holds a message that is no event; the consumer {} skips it", topic, consumer);
        StreamedEvent none = new StreamedEvent(consumer, "", "", "", "");
        none.settle();
        return none;
    }

    /** Waits until the next try of an event is due. @return whether there is one: a hub that stops leaves it to others */
    public boolean open(StreamedEvent event) throws InterruptedException {
        long doubled = pause.toMillis() << Math.min(Math.max(event.failures() - 1, 0), 10);
        long until = System.nanoTime()
                + (event.failures() == 0
                        ? 0
                        : TimeUnit.MILLISECONDS.toNanos(Math.min(doubled, LONGEST_PAUSE.toMillis())));
        while (!event.settled() && !work.closed() && System.nanoTime() < until) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
        return !event.settled() && !work.closed();
    }

    /** Sees whether the event was taken: now, by an earlier reading of it, or not. */
    public void taken(StreamedEvent event) {
        if (effects.contains(event.effect())) {
            event.settle();
            LOG.info("order-event-consumer {} taken", event.effect());
        } else {
            event.failed();
        }
    }

    /**
     * Keeps the place in the topic.
     *
     * @throws IllegalStateException for an event that nobody took: it is read again
     */
    public void commit(@Body StreamedEvent event, @Header(KafkaConstants.MANUAL_COMMIT) KafkaManualCommit place) {
        if (!event.settled()) {
            throw new IllegalStateException("This hub stops; " + event.effect() + " is read again");
        }
        place.commit();
    }
}
