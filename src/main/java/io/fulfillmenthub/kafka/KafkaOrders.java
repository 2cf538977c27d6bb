package io.fulfillmenthub.kafka;

import io.fulfillmenthub.ledger.Announcements;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.camel.Exchange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The topic that names due orders, and what its messages say: {@code {{bean:kafkaOrders.…}}} in YAML. */
public class KafkaOrders {

    private static final Logger LOG = LoggerFactory.getLogger(KafkaOrders.class);

    private final String topic;
    private final String group;
    private volatile boolean strange;

    /**
     * @param topic {@code hub.kafka.order-topic}
     * @param group {@code hub.kafka.group}
     */
    public KafkaOrders(String topic, String group) {
        this.topic = topic;
        this.group = group;
    }

    /** @return the topic's name */
    public String topic() {
        return topic;
    }

    /** @return the name of the consumer group that shares it */
    public String group() {
        return group;
    }

    /** @return the orders that a batch of messages names, as PostgreSQL's text of an array; what names none is skipped */
    public String keys(List<Exchange> messages) {
        List<String> keys = new ArrayList<>();
        for (Exchange message : messages) {
            String text = message.getMessage().getBody(String.class);
            if (Announcements.isKey(text)) {
                keys.add(text);
            } else {
                tell();
            }
        }
        return keys.stream().distinct().collect(Collectors.joining(",", "{", "}"));
    }

    /** Once: who writes something else into the topic may do so often. */
    private void tell() {
        if (!strange) {
            strange = true;
            LOG.warn(
                    "The topic {} holds messages that name no order; they are skipped. Give the hub a topic of its own",
                    topic);
        }
    }
}
