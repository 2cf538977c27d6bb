package io.fulfillmenthub;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A page of the documentation whose figures stand between markers and come from commands. */
public final class MeasuredPage {

    /** What the hub promises, and what killing it proved. */
    public static final MeasuredPage RELIABILITY = new MeasuredPage("docs/reliability.md");

    /** How fast the hub is, and what it costs. */
    public static final MeasuredPage PERFORMANCE = new MeasuredPage("docs/performance.md");

    /** What the console shows. */
    public static final MeasuredPage CONSOLE = new MeasuredPage("docs/console.md");

    /** What many accounts need. */
    public static final MeasuredPage CAPACITY = new MeasuredPage("docs/capacity.md");

    private final Path page;

    private MeasuredPage(String file) {
        page = Path.of(file);
    }

    /** @return what stands between {@code <!-- name:begin -->} and {@code <!-- name:end -->} */
    public synchronized String read(String name) {
        String text = text();
        return text.substring(text.indexOf(begin(name)), text.indexOf(end(name)));
    }

    /** Replaces what stands between {@code <!-- name:begin -->} and {@code <!-- name:end -->}. */
    public synchronized void replace(String name, String figures) {
        String text = text();
        int from = text.indexOf(begin(name));
        int to = text.indexOf(end(name));
        if (from < 0 || to < from) {
            throw new IllegalStateException(
                    page + " has no place for " + name + ": add " + begin(name) + " and " + end(name));
        }
        try {
            Files.writeString(
                    page, text.substring(0, from) + begin(name) + "\n" + figures.strip() + "\n" + text.substring(to));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String text() {
        try {
            return Files.readString(page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String begin(String name) {
        return "<!-- " + name + ":begin -->";
    }

    private static String end(String name) {
        return "<!-- " + name + ":end -->";
    }
}
