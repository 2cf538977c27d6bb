package io.fulfillmenthub.kill;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A subscriber that counts what it receives by Idempotency-Key, and keeps its callers waiting when asked to. */
final class Erp implements AutoCloseable {

    private final Map<String, Integer> received = new ConcurrentHashMap<>();
    private final AtomicInteger waiting = new AtomicInteger();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;
    private volatile CountDownLatch brake = new CountDownLatch(0);

    Erp() {
        try {
            server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::receive);
        server.start();
    }

    /** Writes the route to this subscriber into a folder for hub.custom-routes. */
    void writeRoute(Path folder) {
        String route = """
                - route:
                    id: kill-erp
                    description: Posts the canonical order to the test's subscriber
                    from:
                      uri: direct:kill-erp
                      steps:
                        - setHeader:
                            name: Idempotency-Key
                            expression:
                              simple:
                                expression: "${header.HubOrderId}"
                        - setHeader:
                            name: CamelHttpMethod
                            expression:
                              constant:
                                expression: POST
                        - to:
                            uri: http://127.0.0.1:%d/orders
                """.formatted(server.getAddress().getPort());
        try {
            Files.writeString(folder.resolve("kill-erp.camel.yaml"), route);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Keeps every caller waiting after the order was received. */
    void hold() {
        brake = new CountDownLatch(1);
    }

    void release() {
        brake.countDown();
    }

    int held() {
        return waiting.get();
    }

    /** @return how often the order arrived */
    int received(String key) {
        return received.getOrDefault(key, 0);
    }

    private void receive(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            received.merge(exchange.getRequestHeaders().getFirst("Idempotency-Key"), 1, Integer::sum);
            waiting.incrementAndGet();
            brake.await(60, TimeUnit.SECONDS);
            exchange.sendResponseHeaders(204, -1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            waiting.decrementAndGet();
        }
    }

    @Override
    public void close() {
        release();
        server.stop(0);
        threads.shutdownNow();
    }
}
