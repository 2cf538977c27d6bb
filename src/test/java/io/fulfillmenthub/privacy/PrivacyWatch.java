package io.fulfillmenthub.privacy;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;

/**
 * Looks at everything that a run of tests logs or prints, in this JVM and in those of hubs that it starts, and notes what is
 * personal: its kind and who wrote it, never the text. The file of findings is there only when there is a finding.
 */
public final class PrivacyWatch {

    static final Path FINDINGS = Path.of("target", "personal-data-in-logs.txt");

    private static volatile Path findings = FINDINGS;

    private PrivacyWatch() {}

    /** @param source the logger, or the stream */
    static void look(String source, String text) {
        Set<TestPeople.Kind> kinds = TestPeople.in(text);
        if (!kinds.isEmpty()) {
            note(kinds + " written by " + source + "\n");
        }
    }

    /** Looks at what another process wrote. */
    public static void look(Path output) {
        try {
            look(String.valueOf(output.getFileName()), Files.readString(output));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @return what was found since {@link #begin} */
    static List<String> found() {
        try {
            return Files.exists(findings) ? Files.readAllLines(findings) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Forgets the findings of earlier runs. */
    static void begin() {
        try {
            Files.deleteIfExists(findings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Notes findings elsewhere while something runs that is to be found. */
    static void elsewhere(Path file, Runnable planted) {
        findings = file;
        try {
            planted.run();
        } finally {
            findings = FINDINGS;
        }
    }

    /** Appends in one write, so that several processes can share the file. */
    private static void note(String line) {
        try (OutputStream out = Files.newOutputStream(findings, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            out.write(line.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
