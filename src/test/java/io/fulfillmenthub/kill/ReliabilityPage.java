package io.fulfillmenthub.kill;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** docs/reliability.md, whose tables stand between markers and come from commands. */
public final class ReliabilityPage {

    private static final Path PAGE = Path.of("docs/reliability.md");

    private ReliabilityPage() {}

    /** @return what stands between {@code <!-- name:begin -->} and {@code <!-- name:end -->} */
    public static synchronized String read(String name) {
        try {
            String page = Files.readString(PAGE);
            return page.substring(
                    page.indexOf("<!-- " + name + ":begin -->"), page.indexOf("<!-- " + name + ":end -->"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Replaces what stands between {@code <!-- name:begin -->} and {@code <!-- name:end -->}. */
    public static synchronized void replace(String name, String text) {
        String begin = "<!-- " + name + ":begin -->";
        String end = "<!-- " + name + ":end -->";
        try {
            String page = Files.readString(PAGE);
            int from = page.indexOf(begin);
            int to = page.indexOf(end);
            if (from < 0 || to < from) {
                throw new IllegalStateException(PAGE + " has no place for " + name + ": add " + begin + " and " + end);
            }
            Files.writeString(PAGE, page.substring(0, from) + begin + "\n" + text.strip() + "\n" + page.substring(to));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
