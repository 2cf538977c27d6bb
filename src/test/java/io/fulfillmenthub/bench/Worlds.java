package io.fulfillmenthub.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.fulfillmenthub.Shop;
import io.fulfillmenthub.sandbox.SandboxServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;

/** Both outside worlds in a process of their own, told what to do over HTTP. */
final class Worlds implements AutoCloseable {

    private final Path folder;
    private final Path java;
    private final int port = Http.freePort();
    private final Http http = new Http("http://127.0.0.1:" + port + "/sandbox");
    private final MeasuredProcess process;
    private int seed;

    Worlds(Path folder, Path java) {
        this.folder = folder;
        this.java = java;
        process = MeasuredProcess.java(
                java,
                folder.resolve("sandbox.log"),
                List.of(
                        "-Xmx1500m",
                        "-cp",
                        MeasuredProcess.classPath(),
                        SandboxServer.class.getName(),
                        "--server.port=" + port,
                        "--server.tomcat.threads.max=300",
                        "--sandbox.amazon.availability-lag=PT0S"));
        Awaitility.await("the sandbox answers; see target/bench/sandbox.log")
                .atMost(Duration.ofMinutes(1))
                .ignoreExceptions()
                .until(() -> calls().isObject());
    }

    /** @return where both worlds are, without a slash at the end */
    String url() {
        return "http://127.0.0.1:" + port + "/sandbox";
    }

    double cpuSeconds() {
        return process.cpuSeconds();
    }

    /** Lets every answer come that much later. */
    void latency(Latency latency) {
        http.delete("/control/faults");
        latency("commerce", latency.commerceMillis());
        latency("amazon", latency.amazonMillis());
    }

    private void latency(String side, int millis) {
        if (millis > 0) {
            http.post("/control/faults", Map.of("side", side, "kind", "latency", "delayMillis", millis, "times", -1));
        }
    }

    /** Buyers place orders of one line, verified and for the merchant to ship; Amazon forgets all earlier ones. */
    void place(int orders) {
        http.delete("/control/amazon/orders");
        for (int placed = 0; placed < orders; placed += 500) {
            http.post(
                    "/control/amazon/orders",
                    Map.of("random", Math.min(500, orders - placed), "lines", 1, "seed", ++seed));
        }
    }

    /** @return the number of calls of both worlds since {@link #forgetCalls} */
    JsonNode calls() {
        return http.get("/control/calls");
    }

    /** @return how many invoices were asked for since {@link #forgetCalls}: to count in the ledger would be a load of its own */
    long invoices() {
        JsonNode outcomes = calls().path("commerce").path("invoice-create");
        long sum = 0;
        for (JsonNode count : outcomes) {
            sum += count.asLong();
        }
        return sum;
    }

    /** @return bytes of bodies that both worlds received and sent since {@link #forgetCalls} */
    JsonNode bytes() {
        return http.get("/control/bytes");
    }

    void forgetCalls() {
        http.delete("/control/calls");
    }

    /** The shop forgets everything. */
    void clear() {
        http.post("/control/commerce/clear", Map.of());
        shop().restock(1_000_000);
    }

    Shop shop() {
        return new Shop("http://127.0.0.1:" + port);
    }

    /** @return orders a second that the bare driver made */
    double floor(int orders, int inFlight) {
        return drive(orders, inFlight, List.of());
    }

    /** @return orders a second that it made while it kept the least record in that database */
    double floor(int orders, int inFlight, String databaseUrl) {
        return drive(orders, inFlight, List.of(databaseUrl));
    }

    private double drive(int orders, int inFlight, List<String> more) {
        List<String> arguments = new ArrayList<>(List.of(
                "-cp",
                MeasuredProcess.classPath(),
                BareDriver.class.getName(),
                "http://127.0.0.1:" + port,
                "F" + ++seed + "-",
                String.valueOf(orders),
                String.valueOf(inFlight)));
        arguments.addAll(more);
        Path log = folder.resolve("floor.log");
        try (MeasuredProcess driver = MeasuredProcess.java(java, log, arguments)) {
            if (driver.end() != 0) {
                throw new IllegalStateException("The bare driver failed; see " + log);
            }
            String text = Files.readString(log).strip();
            return Double.parseDouble(text.substring(text.lastIndexOf('\n') + 1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.close();
    }
}
