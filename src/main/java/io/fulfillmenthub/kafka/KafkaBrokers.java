package io.fulfillmenthub.kafka;

import io.fulfillmenthub.ledger.Announcements;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.Status;

/** Whether the brokers can be reached and hold the hub's topics; while they do not, no hub waits for a message. */
public class KafkaBrokers implements AutoCloseable {

    /** Not among the statuses that Spring Boot ranks: without the brokers the hub works on. */
    private static final Status AWAY = new Status("PARTLY_DOWN");

    private static final Logger LOG = LoggerFactory.getLogger(KafkaBrokers.class);
    private static final String NOT_ASKED = "not asked yet";
    private static final Duration PATIENCE = Duration.ofSeconds(4);

    private final Supplier<Admin> client;
    private final List<NewTopic> topics;
    private final Announcements announcements;
    private Admin admin;
    private volatile String problem = NOT_ASKED;

    /**
     * @param client connects to the brokers
     * @param topics what is created where it is missing
     */
    public KafkaBrokers(Supplier<Admin> client, List<NewTopic> topics, Announcements announcements) {
        this.client = client;
        this.topics = List.copyOf(topics);
        this.announcements = announcements;
    }

    /** Looks, creates topics that are missing, and tells what changed since the last time. */
    public synchronized void look() {
        become(ask());
    }

    /** A message could not be sent: from now on nobody waits for one, until the next look. */
    public synchronized void lost(Exception cause) {
        become(cause.getClass().getSimpleName());
    }

    private void become(String now) {
        boolean news = NOT_ASKED.equals(problem) || (problem == null) != (now == null);
        problem = now;
        if (now == null) {
            announcements.open();
        } else {
            announcements.close();
        }
        if (news && now == null) {
            LOG.info("Kafka's brokers are there: orders are shared by messages");
        } else if (news) {
            LOG.warn(
                    "Kafka's brokers are away ({}): until they are there, every hub claims orders from the ledger",
                    now);
        }
    }

    /** @return what is wrong, null for nothing */
    private String ask() {
        try {
            if (admin == null) {
                admin = client.get();
            }
            for (NewTopic topic : topics) {
                ensure(topic);
            }
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "interrupted";
        } catch (ExecutionException e) {
            return e.getCause().getClass().getSimpleName();
        } catch (KafkaException | TimeoutException e) {
            return e.getClass().getSimpleName();
        }
    }

    private void ensure(NewTopic topic) throws InterruptedException, ExecutionException, TimeoutException {
        try {
            admin.describeTopics(List.of(topic.name())).allTopicNames().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException missing) {
            if (!(missing.getCause() instanceof UnknownTopicOrPartitionException)) {
                throw missing;
            }
            create(topic);
        }
    }

    private void create(NewTopic topic) throws InterruptedException, ExecutionException, TimeoutException {
        try {
            admin.createTopics(List.of(topic)).all().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            LOG.info("The topic {} was created with {} partitions", topic.name(), topic.numPartitions());
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
    }

    /** @return up, or partly down with what is wrong */
    public Health health() {
        return Optional.ofNullable(problem)
                .map(sentence ->
                        Health.status(AWAY).withDetail("problem", sentence).build())
                .orElseGet(() -> Health.up().build());
    }

    @Override
    public synchronized void close() {
        if (admin != null) {
            admin.close(Duration.ZERO);
        }
    }
}
