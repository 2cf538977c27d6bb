package io.fulfillmenthub.ledger;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.fulfillmenthub.order.ShipmentNotice;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** The drop folder {@code hub.shipments.drop-folder}: files of shipments, as JSON or as CSV. */
public class ShipmentDrop {

    private final ObjectMapper json;
    private final String folder;

    /** @param folder {@code hub.shipments.drop-folder}, empty for none */
    public ShipmentDrop(ObjectMapper json, String folder) {
        this.json = json;
        this.folder = folder.strip();
    }

    /**
     * Reads a file.
     *
     * @throws IllegalArgumentException with the line or the field and the remedy
     */
    public List<ShipmentNotice> read(String text, String name) {
        String content = text.startsWith("\uFEFF") ? text.substring(1) : text;
        return name.toLowerCase(Locale.ROOT).endsWith(".csv")
                ? NoticeCsv.read(content)
                : NoticeReader.read(json, content);
    }

    /**
     * Writes the reason beside the file that is set aside.
     *
     * @throws IllegalArgumentException always, so that the file is set aside
     */
    public void refuse(String name, IllegalArgumentException problem) {
        try {
            Path failed = Files.createDirectories(Path.of(folder, "failed"));
            Files.writeString(failed.resolve(name + ".error.txt"), problem.getMessage() + System.lineSeparator());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw problem;
    }
}
