package io.fulfillmenthub.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * How a hub is started.
 *
 * @param java the home of the JDK that runs it
 * @param flags of the virtual machine
 */
record Launch(Path java, List<String> flags, Path jar) {

    /** What {@code java.home} is, or {@code -Dbench.java}. */
    static final Path JAVA = Path.of(System.getProperty("bench.java", System.getProperty("java.home")));

    private static final Path JAR = Path.of("target/fulfillment-hub.jar");

    /** @return the packaged jar with the flags of the benchmark, {@code -Dbench.hub-flags} */
    static Launch shipped() {
        if (!Files.exists(JAR)) {
            throw new IllegalStateException(JAR + " is missing; run ./mvnw -Pbench verify, which makes it first");
        }
        List<String> flags = Arrays.stream(System.getProperty(
                                "bench.hub-flags",
                                "-XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:ReservedCodeCacheSize=128m -Xmx160m -XX:-UsePerfData")
                        .split(" "))
                .filter(flag -> !flag.isBlank())
                .toList();
        return new Launch(JAVA, flags, JAR);
    }

    Launch on(Path otherJava) {
        return new Launch(otherJava, flags, jar);
    }

    Launch of(Path otherJar) {
        return new Launch(java, flags, otherJar);
    }

    Launch with(String... moreFlags) {
        return new Launch(
                java, Stream.concat(flags.stream(), Stream.of(moreFlags)).toList(), jar);
    }

    MeasuredProcess start(Path log, Map<String, Object> settings) {
        List<String> arguments = new ArrayList<>(flags);
        arguments.addAll(List.of("-jar", jar.toString()));
        Properties accounts = new Properties();
        settings.forEach((key, value) -> {
            if (key.startsWith("amazon.accounts[")) {
                accounts.setProperty(key, value.toString());
            } else {
                arguments.add("--" + key + "=" + value);
            }
        });
        if (!accounts.isEmpty()) {
            arguments.add("--spring.config.additional-location=file:" + written(accounts, log));
        }
        return MeasuredProcess.java(java, log, arguments);
    }

    /** Accounts stand in a file, as they do where there are many. */
    private static Path written(Properties accounts, Path log) {
        Path file =
                log.resolveSibling(log.getFileName() + ".accounts.properties").toAbsolutePath();
        try (Writer writer = Files.newBufferedWriter(file)) {
            accounts.store(writer, null);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
