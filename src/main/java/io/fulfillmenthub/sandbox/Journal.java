package io.fulfillmenthub.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The sandbox's memory: documents by kind and id, the last one written wins. With a file, every document is appended to
 * it (one JSON line each) and found again after a restart, a killed one included; without a file it lives in memory.
 */
final class Journal {

    private final ObjectMapper json = new ObjectMapper();
    private final Map<String, Map<String, JsonNode>> documents = new LinkedHashMap<>();
    private final Path file;

    /** @param file where documents are kept, or null to keep them in memory only */
    Journal(Path file) {
        this.file = file;
        if (file != null && Files.exists(file)) {
            load();
            compact();
        }
    }

    /**
     * Keeps a document, in the file as well before this returns.
     *
     * @return the copy that is kept, not to be changed
     */
    synchronized JsonNode write(String kind, String id, JsonNode document) {
        JsonNode copy = document.deepCopy();
        of(kind).put(id, copy);
        if (file != null) {
            append(line(kind, id, copy));
        }
        return copy;
    }

    /** @return the documents of a kind by id, oldest first; a copy that does not change */
    synchronized Map<String, JsonNode> read(String kind) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(of(kind)));
    }

    /** Forgets everything. */
    synchronized void clear() {
        documents.clear();
        if (file != null) {
            save("");
        }
    }

    private Map<String, JsonNode> of(String kind) {
        return documents.computeIfAbsent(kind, key -> new LinkedHashMap<>());
    }

    private void load() {
        try (var lines = Files.lines(file, StandardCharsets.UTF_8)) {
            lines.forEach(this::replay);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The sandbox's memory " + file + " cannot be read; delete it to start afresh", e);
        }
    }

    private void replay(String line) {
        try {
            JsonNode entry = json.readTree(line);
            of(entry.path("kind").asText()).put(entry.path("id").asText(), entry.path("document"));
        } catch (IOException e) {
            // a killed process leaves at most half a last line: that document was never acknowledged
            return;
        }
    }

    private void compact() {
        save(documents.entrySet().stream()
                .flatMap(kind -> kind.getValue().entrySet().stream()
                        .map(entry -> line(kind.getKey(), entry.getKey(), entry.getValue())))
                .collect(Collectors.joining()));
    }

    private String line(String kind, String id, JsonNode document) {
        return json.createObjectNode().put("kind", kind).put("id", id).set("document", document) + "\n";
    }

    private void append(String line) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException("The sandbox's memory " + file + " cannot be written", e);
        }
    }

    private void save(String text) {
        try {
            Path fresh = file.resolveSibling(file.getFileName() + ".new");
            Files.writeString(fresh, text);
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("The sandbox's memory " + file + " cannot be written", e);
        }
    }
}
