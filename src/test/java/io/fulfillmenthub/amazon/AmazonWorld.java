package io.fulfillmenthub.amazon;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Amazon as a local HTTP server that answers what a test tells it to and remembers what it was asked. */
final class AmazonWorld implements AutoCloseable {

    static {
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    record Request(String method, String path, String query, Map<String, List<String>> headers, String body) {

        String header(String name) {
            return headers.entrySet().stream()
                    .filter(header -> header.getKey().equalsIgnoreCase(name))
                    .map(header -> header.getValue().get(0))
                    .findFirst()
                    .orElse("");
        }
    }

    @FunctionalInterface
    interface Answer {
        void to(HttpExchange exchange) throws IOException;
    }

    final List<Request> calls = new CopyOnWriteArrayList<>();
    final List<Request> tokenCalls = new CopyOnWriteArrayList<>();
    private final AtomicInteger tokens = new AtomicInteger();
    private final Deque<Answer> answers = new ArrayDeque<>();
    private final Deque<Answer> tokenAnswers = new ArrayDeque<>();
    private final ExecutorService threads = Executors.newFixedThreadPool(8);
    private final HttpServer server;
    private volatile Answer always = json(200, "{\"orders\":[]}");

    AmazonWorld() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        server.setExecutor(threads);
        server.createContext("/prefix", exchange -> answer(exchange, calls, answers, always));
        server.createContext("/auth", exchange -> answer(exchange, tokenCalls, tokenAnswers, this::grant));
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    AmazonWorld next(Answer answer) {
        synchronized (answers) {
            answers.add(answer);
        }
        return this;
    }

    AmazonWorld nextToken(Answer answer) {
        synchronized (tokenAnswers) {
            tokenAnswers.add(answer);
        }
        return this;
    }

    void always(Answer answer) {
        always = answer;
    }

    static Answer json(int status, String body, String... headers) {
        return answer(status, "application/json", body, headers);
    }

    static Answer html(int status) {
        return answer(status, "text/html", "<html><body><h1>Sorry</h1></body></html>");
    }

    static Answer answer(int status, String type, String body, String... headers) {
        return exchange -> {
            exchange.getResponseHeaders().set("Content-Type", type);
            for (int i = 0; i < headers.length; i += 2) {
                exchange.getResponseHeaders().set(headers[i], headers[i + 1]);
            }
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        };
    }

    /** Closes the connection in the middle of the body. */
    static Answer reset() {
        return exchange -> {
            exchange.sendResponseHeaders(200, 1000);
            exchange.getResponseBody().write('{');
            exchange.getResponseBody().flush();
            throw new IOException("cut off on purpose");
        };
    }

    private void grant(HttpExchange exchange) throws IOException {
        String token = "Atza|token-" + tokens.incrementAndGet();
        json(200, "{\"access_token\":\"" + token + "\",\"token_type\":\"bearer\",\"expires_in\":3600}")
                .to(exchange);
    }

    private static void answer(HttpExchange exchange, List<Request> log, Deque<Answer> queue, Answer otherwise)
            throws IOException {
        try (exchange) {
            log.add(new Request(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().getRawPath(),
                    exchange.getRequestURI().getRawQuery(),
                    Map.copyOf(exchange.getRequestHeaders()),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
            Answer answer;
            synchronized (queue) {
                answer = queue.isEmpty() ? otherwise : queue.poll();
            }
            answer.to(exchange);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
