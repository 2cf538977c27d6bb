package io.fulfillmenthub;

import static org.assertj.core.api.Assertions.assertThat;

import io.fulfillmenthub.kafka.KafkaBrokers;
import io.fulfillmenthub.kafka.KafkaOrders;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.ServiceStatus;
import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;

/** Without the profile kafka nothing of Kafka is there. */
class WithoutKafkaTest {

    private static final String NAMED = "routes/kafka/order-announce.camel.yaml";

    @Test
    void aHubWithoutTheProfileHasNoRouteNoClientAndNoThreadOfKafka() {
        HubWorld world = HubWorld.shared();
        CamelContext camel = world.bean(CamelContext.class);

        assertThat(camel.getStatus()).isEqualTo(ServiceStatus.Started);
        assertThat(camel.getRoutes())
                .isNotEmpty()
                .noneMatch(route -> route.getEndpoint().getEndpointUri().startsWith("kafka:"))
                .extracting(route -> route.getRouteId())
                .doesNotContain("order-announce", "order-taken", "kafka-watch");
        assertThat(camel.getComponentNames()).contains("sql").doesNotContain("kafka");
        assertThat(camel.getRegistry().findByType(KafkaBrokers.class)).isEmpty();
        assertThat(camel.getRegistry().findByType(KafkaOrders.class)).isEmpty();
        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .noneMatch(name -> name.contains("kafka"));
    }

    @Test
    void theRoutesForKafkaAreLoadedOnlyWithTheProfileFromTheFolderElseFromTheJar() {
        MockEnvironment environment = new MockEnvironment();
        assertThat(files(environment)).isNotEmpty().noneMatch(file -> file.endsWith(NAMED));
        assertThat(RouteFolders.packed().all()).isNotEmpty().noneMatch(file -> file.endsWith(NAMED));

        environment.setProperty("hub.kafka.enabled", "true");
        assertThat(files(environment)).contains("file:" + NAMED);

        environment.setProperty("hub.routes", "docs");
        assertThat(files(environment)).contains("classpath:" + NAMED);
    }

    private static List<String> files(MockEnvironment environment) {
        return RouteFolders.of(environment).shipped();
    }
}
