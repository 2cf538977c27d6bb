package io.fulfillmenthub.privacy;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** A stream of the console that shows every line to {@link PrivacyWatch} as well. */
final class WatchedStream extends PrintStream {

    private WatchedStream(String name, PrintStream console) {
        super(new Lines(name, console), true, StandardCharsets.UTF_8);
    }

    /** Watches both streams of this JVM. */
    static void install() {
        System.setOut(new WatchedStream("System.out", System.out));
        System.setErr(new WatchedStream("System.err", System.err));
    }

    private static final class Lines extends OutputStream {

        private final String name;
        private final PrintStream console;
        private final ByteArrayOutputStream line = new ByteArrayOutputStream();

        private Lines(String name, PrintStream console) {
            this.name = name;
            this.console = console;
        }

        @Override
        public synchronized void write(int octet) {
            console.write(octet);
            look(octet);
        }

        @Override
        public synchronized void write(byte[] octets, int from, int count) {
            console.write(octets, from, count);
            for (int i = from; i < from + count; i++) {
                look(octets[i]);
            }
        }

        private void look(int octet) {
            if (octet == '\n') {
                PrivacyWatch.look(name, line.toString(StandardCharsets.UTF_8));
                line.reset();
            } else {
                line.write(octet);
            }
        }

        @Override
        public void flush() {
            console.flush();
        }
    }
}
