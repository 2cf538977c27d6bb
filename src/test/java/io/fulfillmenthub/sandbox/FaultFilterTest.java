package io.fulfillmenthub.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FaultFilterTest {

    private static SandboxServer server;
    private static AmazonWorld world;
    private static Faults faults;
    private static Calls calls;
    private SandboxCaller us;
    private String orderId;
    private ObjectNode request;

    @BeforeAll
    static void start() {
        server = SandboxServer.start(0, Map.of("sandbox.amazon.availability-lag", "PT0S"));
        world = server.bean(AmazonWorld.class);
        faults = server.bean(Faults.class);
        calls = server.bean(Calls.class);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void placeAnOrder() throws IOException {
        faults.clear();
        world.clear();
        us = new SandboxCaller(server).as("us");
        calls.clear();
        ObjectNode order = world.place(AmazonOrders.seeded(9).lines(1).next());
        orderId = order.path("orderId").asText();
        request = SandboxCaller.JSON.createObjectNode().put("marketplaceId", "ATVPDKIKX0DER");
        ObjectNode detail = request.putObject("packageDetail")
                .put("packageReferenceId", "1")
                .put("carrierCode", "UPS")
                .put("trackingNumber", "TRACK")
                .put("shipDate", "2026-03-01T12:00:00.000Z");
        detail.putArray("orderItems")
                .addObject()
                .put(
                        "orderItemId",
                        order.path("orderItems").path(0).path("orderItemId").asText())
                .put("quantity", 1);
    }

    @Test
    void answersAStatusInsteadOfWorking() throws IOException {
        add("{'side':'amazon','operation':'confirm-shipment','kind':'status','status':503,'times':2,'skip':1}");

        assertThat(us.confirm(orderId, request).status()).isEqualTo(204);
        assertThat(us.confirm(orderId, request).status()).isEqualTo(503);
        assertThat(us.get("/sandbox/control/faults")
                        .json()
                        .path(0)
                        .path("times")
                        .asInt())
                .isEqualTo(1);
        assertThat(us.confirm(orderId, request).status()).isEqualTo(503);
        assertThat(us.confirm(orderId, request).status()).isEqualTo(204);
        assertThat(world.confirmations(orderId)).hasSize(2);
        await().until(() -> calls.of("amazon", "confirm-shipment", "503") == 2);
    }

    @Test
    void answersAnHtmlErrorAfterTheWork() throws IOException {
        faults.add(confirmation(Fault.Kind.STATUS_AFTER).answering(502, "text/html", "<h1>Bad Gateway</h1>"));

        var answer = us.confirm(orderId, request);

        assertThat(answer.status()).isEqualTo(502);
        assertThat(answer.header("Content-Type")).startsWith("text/html");
        assertThat(answer.response().body()).isEqualTo("<h1>Bad Gateway</h1>");
        assertThat(world.confirmations(orderId)).hasSize(1);
    }

    @Test
    void breaksTheConnectionBeforeTheWork() {
        faults.add(confirmation(Fault.Kind.RESET).times(-1));

        assertThatThrownBy(() -> us.confirm(orderId, request)).isInstanceOf(IOException.class);
        assertThat(world.confirmations(orderId)).isEmpty();
        faults.clear();
    }

    @Test
    void breaksTheConnectionAfterTheWork() {
        faults.add(confirmation(Fault.Kind.RESET_AFTER));

        assertThatThrownBy(() -> us.confirm(orderId, request)).isInstanceOf(IOException.class);
        assertThat(world.confirmations(orderId)).hasSize(1);
        await().until(() -> calls.of("amazon", "confirm-shipment", "reset") > 0);
    }

    @Test
    void hangsAfterTheWork() {
        faults.add(confirmation(Fault.Kind.HANG_AFTER).delayed(Duration.ofMillis(20)));

        assertThatThrownBy(() -> us.confirm(orderId, request)).isInstanceOf(IOException.class);
        assertThat(world.confirmations(orderId)).hasSize(1);
    }

    @Test
    void isSlowButWorks() throws IOException {
        faults.add(confirmation(Fault.Kind.LATENCY).delayed(Duration.ofMillis(50)));
        long begin = System.nanoTime();

        assertThat(us.confirm(orderId, request).status()).isEqualTo(204);
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThanOrEqualTo(Duration.ofMillis(50));
    }

    @Test
    void sendsHalfOfAnAnswer() {
        faults.add(Fault.of("amazon", "*", Fault.Kind.TRUNCATE));

        assertThatThrownBy(() -> us.order(orderId, "BUYER")).isInstanceOf(IOException.class);
    }

    @Test
    void holdsACallUntilItIsReleased() throws Exception {
        faults.add(confirmation(Fault.Kind.HOLD));
        FutureTask<SandboxCaller.Answer> call = begin(() -> us.confirm(orderId, request));

        await().until(() -> faults.held() == 1);
        assertThat(world.confirmations(orderId)).isEmpty();
        us.post("/sandbox/control/release", "");

        assertThat(call.get().status()).isEqualTo(204);
        assertThat(world.confirmations(orderId)).hasSize(1);
    }

    @Test
    void countsCallsByOperationAndOutcome() throws IOException {
        us.order(orderId, "BUYER");
        us.order("999-9999999-9999999", "BUYER");

        await().untilAsserted(() -> {
            var counts = us.get("/sandbox/control/calls").json().path("amazon").path("get-order");
            assertThat(counts.path("200").asLong()).isEqualTo(1);
            assertThat(counts.path("404").asLong()).isEqualTo(1);
        });
        us.delete("/sandbox/control/calls");
        assertThat(calls.of("amazon", "get-order", "404")).isZero();
    }

    @Test
    void explainsAFaultItDoesNotUnderstand() throws IOException {
        var wrongKind = us.post("/sandbox/control/faults", "{\"side\":\"amazon\",\"kind\":\"explode\"}");
        var wrongSide = us.post("/sandbox/control/faults", "{\"side\":\"ebay\",\"kind\":\"reset\"}");

        assertThat(wrongKind.status()).isEqualTo(400);
        assertThat(wrongKind.json().path("message").asText()).contains("explode", "reset-after");
        assertThat(wrongSide.status()).isEqualTo(400);
        assertThat(wrongSide.json().path("message").asText()).contains("side must be amazon or commerce");
        assertThat(faults.remaining()).isEmpty();
    }

    private void add(String fault) throws IOException {
        assertThat(us.post("/sandbox/control/faults", fault.replace('\'', '"')).status())
                .isEqualTo(200);
    }

    private static Fault confirmation(Fault.Kind kind) {
        return Fault.of("amazon", "confirm-shipment", kind);
    }

    private static <T> FutureTask<T> begin(Callable<T> work) {
        FutureTask<T> task = new FutureTask<>(work);
        Thread thread = new Thread(task, "caller");
        thread.setDaemon(true);
        thread.start();
        return task;
    }
}
