package io.fulfillmenthub;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Receives what a hub exports by OTLP over HTTP, and reads the spans in it by the field numbers of OTLP's trace.proto. */
final class OtlpReceiver implements AutoCloseable {

    /** What the tests look at of one span. */
    record ReceivedSpan(
            String traceId,
            String id,
            String parentId,
            String name,
            int kind,
            int status,
            Map<String, String> attributes) {}

    private final Queue<byte[]> bodies = new ConcurrentLinkedQueue<>();
    private final HttpServer server;

    OtlpReceiver() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/v1/traces", exchange -> {
            bodies.add(exchange.getRequestBody().readAllBytes());
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1/traces";
    }

    /** Every byte that came, as text: strings stand in it as they are. */
    String everything() {
        StringBuilder text = new StringBuilder();
        bodies.forEach(body -> text.append(new String(body, StandardCharsets.UTF_8)));
        return text.toString();
    }

    List<ReceivedSpan> spans() {
        List<ReceivedSpan> spans = new ArrayList<>();
        for (byte[] body : bodies) {
            for (Field resource : fields(body, 1)) {
                for (Field scope : fields(resource.bytes, 2)) {
                    fields(scope.bytes, 2).forEach(span -> spans.add(span(span.bytes)));
                }
            }
        }
        return spans;
    }

    private static ReceivedSpan span(byte[] message) {
        String[] texts = {"", "", "", "", "", ""};
        int kind = 0;
        int status = 0;
        Map<String, String> attributes = new HashMap<>();
        for (Field field : fields(message)) {
            switch (field.number) {
                case 1, 2, 4 -> texts[field.number] = HexFormat.of().formatHex(field.bytes);
                case 5 -> texts[5] = field.text();
                case 6 -> kind = (int) field.value;
                case 9 -> attribute(field.bytes, attributes);
                case 15 ->
                    status = fields(field.bytes, 3).stream()
                            .mapToInt(code -> (int) code.value)
                            .findFirst()
                            .orElse(0);
                default -> {}
            }
        }
        return new ReceivedSpan(texts[1], texts[2], texts[4], texts[5], kind, status, attributes);
    }

    private static void attribute(byte[] message, Map<String, String> attributes) {
        String key = fields(message, 1).get(0).text();
        Field value = fields(fields(message, 2).get(0).bytes).get(0);
        attributes.put(key, value.bytes == null ? String.valueOf(value.value) : value.text());
    }

    private static List<Field> fields(byte[] message, int number) {
        return fields(message).stream().filter(field -> field.number == number).toList();
    }

    private static List<Field> fields(byte[] message) {
        List<Field> fields = new ArrayList<>();
        ByteBuffer buffer = ByteBuffer.wrap(message);
        while (buffer.hasRemaining()) {
            long tag = varint(buffer);
            int number = (int) (tag >>> 3);
            switch ((int) tag & 7) {
                case 0 -> fields.add(new Field(number, varint(buffer), null));
                case 1 -> fields.add(new Field(number, buffer.getLong(), null));
                case 2 -> {
                    byte[] bytes = new byte[(int) varint(buffer)];
                    buffer.get(bytes);
                    fields.add(new Field(number, 0, bytes));
                }
                case 5 -> fields.add(new Field(number, buffer.getInt(), null));
                default -> throw new IllegalStateException("Not protobuf: tag " + tag);
            }
        }
        return fields;
    }

    private static long varint(ByteBuffer buffer) {
        long value = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = buffer.get();
            value |= (long) (next & 0x7f) << shift;
            if (next >= 0) {
                return value;
            }
        }
    }

    private record Field(int number, long value, byte[] bytes) {

        String text() {
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
