package io.fulfillmenthub;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fulfillmenthub.sandbox.AmazonOrders;
import io.fulfillmenthub.sandbox.AmazonWorld;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** The log of a hub in a JVM of its own that was started with the profile {@code json-logs}. */
class JsonLogsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void everyLineIsOneJsonObjectAndThoseOfAnOrderNameItInMembersOfTheirOwn() throws IOException {
        Path log = Files.createTempFile(Files.createDirectories(Path.of("target")), "json-logs", ".log");
        try (HubWorld world = HubWorld.prepare(Map.of("spring.profiles.active", "json-logs"))) {
            String order = place(world);
            Process hub = start(world.arguments(), log);
            try {
                Awaitility.await()
                        .atMost(Duration.ofMinutes(5))
                        .pollInterval(Duration.ofMillis(200))
                        .until(() -> Files.readString(log).contains(order + " imported as"));
            } finally {
                hub.destroyForcibly().onExit().join();
            }

            List<JsonNode> lines = lines(log);
            assertThat(lines).hasSizeGreaterThan(5).allSatisfy(line -> {
                assertThat(Instant.parse(line.path("@timestamp").asText())).isBefore(Instant.now());
                assertThat(line.path("log").path("level").asText()).matches("[A-Z]+");
                assertThat(line.path("service").path("name").asText()).isEqualTo("fulfillment-hub");
                assertThat(line.path("message").asText()).isNotEmpty();
            });
            assertThat(lines)
                    .filteredOn(line -> line.path("message").asText().contains("imported as"))
                    .singleElement()
                    .satisfies(line -> {
                        assertThat(line.path("hub.account").asText()).isEqualTo("us");
                        assertThat(line.path("hub.order").asText()).isEqualTo(order);
                    });
        }
    }

    /** Without the tests' own resources, whose logging is not that of a hub as it ships. */
    private static Process start(String[] arguments, Path log) throws IOException {
        String classPath = Arrays.stream(
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
                                .split(File.pathSeparator))
                .filter(entry -> !entry.endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx256m",
                "-cp",
                classPath,
                FulfillmentHub.class.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
    }

    /** A killed process may have left the beginning of a line. */
    private static List<JsonNode> lines(Path log) throws IOException {
        String text = Files.readString(log);
        List<JsonNode> lines = new ArrayList<>();
        for (String line : text.substring(0, text.lastIndexOf('\n')).lines().toList()) {
            lines.add(JSON.readTree(line));
        }
        return lines;
    }

    private static String place(HubWorld world) {
        ObjectNode order = AmazonOrders.seeded(8701)
                .in("ATVPDKIKX0DER")
                .status("UNSHIPPED")
                .fulfilledBy("MERCHANT")
                .lines(1)
                .next();
        ((ObjectNode) order.path("orderItems").get(0).path("product")).put("sellerSku", "GADGET-2");
        world.sandbox().bean(AmazonWorld.class).place(order);
        return order.path("orderId").asText();
    }
}
