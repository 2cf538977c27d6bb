package io.fulfillmenthub.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What is made once from the jar so that a hub starts faster, the way the Dockerfile makes it. */
final class Archives {

    /** The first Java whose cache holds loaded and linked classes, made by one run. */
    static final int FIRST_WITH_AOT_CACHE = 25;

    private static final Path FOLDER = Path.of("target/bench");

    private Archives() {}

    /** @return the jar with its libraries beside it instead of in it */
    static Path extracted(Launch shipped) {
        Path folder = FOLDER.resolve("application");
        run(
                shipped,
                List.of(
                        "-Djarmode=tools",
                        "-jar",
                        shipped.jar().toString(),
                        "extract",
                        "--force",
                        "--destination",
                        folder.toString()));
        return folder.resolve(shipped.jar().getFileName());
    }

    /** @return the same with the classes that a hub of this Java loads until it is ready */
    static Launch sharedClasses(BenchWorld world, Launch extracted) {
        Path archive = FOLDER.resolve("hub-" + version(extracted.java()) + ".jsa");
        train(world, extracted.with("-XX:ArchiveClassesAtExit=" + archive));
        return extracted.with("-XX:SharedArchiveFile=" + archive);
    }

    /** @return the same with the classes, linked, and the profiles of their methods */
    static Launch aotCache(BenchWorld world, Launch extracted) {
        Path cache = FOLDER.resolve("hub.aot");
        train(world, extracted.with("-XX:AOTCacheOutput=" + cache));
        return extracted.with("-XX:AOTCache=" + cache);
    }

    /** @return the feature number of a JDK */
    static int version(Path java) {
        try {
            return Files.readAllLines(java.resolve("release")).stream()
                    .filter(line -> line.startsWith("JAVA_VERSION="))
                    .map(line -> line.split("\"")[1].split("\\.")[0])
                    .mapToInt(Integer::parseInt)
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A hub that starts and is stopped; what it saw is written down while it ends. */
    private static void train(BenchWorld world, Launch launch) {
        world.newDatabase();
        world.joinHub(launch, Map.of());
        world.stopHubs();
    }

    private static void run(Launch launch, List<String> arguments) {
        Path log = FOLDER.resolve("extract.log");
        try (MeasuredProcess tool = MeasuredProcess.java(launch.java(), log, arguments)) {
            if (tool.end() != 0) {
                throw new IllegalStateException("The jar cannot be extracted; see " + log);
            }
        }
    }
}
