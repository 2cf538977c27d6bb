package io.fulfillmenthub;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.fulfillmenthub.kafka.KafkaBrokers;
import io.fulfillmenthub.kafka.KafkaEvents;
import io.fulfillmenthub.kafka.KafkaOrders;
import io.fulfillmenthub.ledger.Announcements;
import io.fulfillmenthub.ledger.ClaimedWork;
import io.fulfillmenthub.ledger.EffectRepository;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.component.kafka.KafkaComponent;
import org.apache.camel.component.kafka.KafkaConfiguration;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** What the profile kafka adds; its routes are in {@code routes/kafka}. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("hub.kafka.enabled")
class KafkaProfile {

    private static final String BROKERS = "camel.component.kafka.brokers";

    KafkaProfile(Environment environment) {
        if (environment.getProperty(BROKERS, "").isBlank()) {
            throw new IllegalStateException(
                    BROKERS + " is missing: the profile kafka needs the addresses of the brokers,"
                            + " such as kafka-1:9092,kafka-2:9092");
        }
    }

    @Bean
    KafkaOrders kafkaOrders(HubSettings settings) {
        return new KafkaOrders(settings.kafka().orderTopic(), settings.kafka().group());
    }

    @Bean
    KafkaEvents kafkaEvents(HubSettings settings, ObjectMapper json, EffectRepository effects, ClaimedWork work) {
        return new KafkaEvents(
                settings.kafka().eventTopic(),
                json,
                effects,
                work,
                settings.retry().initialDelay());
    }

    @Bean
    KafkaBrokers kafkaBrokers(CamelContext camel, HubSettings settings, Announcements announcements) {
        List<NewTopic> topics = Stream.of(
                        settings.kafka().orderTopic(), settings.kafka().eventTopic())
                .map(name -> new NewTopic(name, Optional.of(settings.kafka().partitions()), Optional.empty()))
                .toList();
        return new KafkaBrokers(() -> Admin.create(client(camel)), topics, announcements);
    }

    @Bean
    HealthIndicator kafkaHealthIndicator(KafkaBrokers brokers) {
        return brokers::health;
    }

    /** The brokers and how to log in there, as Camel's component has them. */
    private static Properties client(CamelContext camel) {
        KafkaConfiguration component =
                camel.getComponent("kafka", KafkaComponent.class).getConfiguration();
        Properties properties = component.createProducerProperties();
        properties.keySet().retainAll(AdminClientConfig.configNames());
        properties.put(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, component.getBrokers());
        properties.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 3000);
        properties.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 4000);
        return properties;
    }
}
