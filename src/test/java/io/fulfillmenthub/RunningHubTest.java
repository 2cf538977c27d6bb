package io.fulfillmenthub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.fulfillmenthub.console.Routes;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** What a running hub tells of itself: its settings and its routes. */
class RunningHubTest {

    private final HubWorld world = HubWorld.shared();
    private final Hub hub = new Hub(world.hubUrl());

    @Test
    void tellsWhichSettingsAreInForceWhereTheyComeFromAndNoSecret() {
        JsonNode answer = hub.get("/api/settings");
        Map<String, JsonNode> settings = StreamSupport.stream(
                        answer.path("items").spliterator(), false)
                .collect(Collectors.toMap(setting -> setting.path("key").asText(), Function.identity()));

        assertThat(settings.get("hub.poll.orders").path("value").asText()).isEqualTo("PT0.3S");
        assertThat(settings.get("hub.poll.orders").path("standard").asText()).isEqualTo("PT4M");
        assertThat(settings.get("hub.poll.orders").path("origin").asText()).contains("hub.poll.orders");
        assertThat(settings.get("hub.lease").path("value").asText()).isEqualTo("PT2M");
        assertThat(settings.get("hub.lease").hasNonNull("origin")).isFalse();
        assertThat(settings).containsKeys("amazon.accounts[0].id", "amazon.carriers.vanishing", "hub.push.secret");
        assertThat(settings.get("amazon.accounts[0].client-secret")
                        .path("value")
                        .asText())
                .isEqualTo("••••••");
        assertThat(answer.toString())
                .doesNotContain("sandbox-access-token", "push-secret", "a secret for tests", "Atzr");
    }

    @Test
    void tellsEveryRouteWithItsStepsItsFileAndItsNumbers() {
        JsonNode poll = StreamSupport.stream(
                        hub.get("/api/routes").path("routes").spliterator(), false)
                .filter(route -> route.path("id").asText().equals("order-import"))
                .findFirst()
                .orElseThrow();

        assertThat(poll.path("state").asText()).isEqualTo("Started");
        assertThat(poll.path("file").asText()).endsWith("order-import.camel.yaml");
        assertThat(poll.path("from").asText()).isEqualTo("direct:order-import");
        assertThat(poll.path("steps").toString()).contains("\"calls\":\"order-create\"", "commerce-order-search");
        assertThat(poll.path("numbers").path("total").isNumber()).isTrue();
        assertThat(world.bean(Routes.class).text("order-import"))
                .get()
                .asString()
                .contains("id: order-import");
    }

    @Test
    void countsWhatItsTimersDid() {
        await().untilAsserted(() -> assertThat(world.bean(Routes.class).all())
                .filteredOn(route -> route.id().equals("shipment-poll-trigger"))
                .singleElement()
                .satisfies(route -> assertThat(route.numbers().total()).isPositive()));
    }
}
