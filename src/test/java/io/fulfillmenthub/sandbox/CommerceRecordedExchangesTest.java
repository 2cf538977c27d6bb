package io.fulfillmenthub.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Replays what was recorded on a real installation and expects the simulated shop to answer alike. */
class CommerceRecordedExchangesTest {

    private static final Path RECORDED = Path.of("../shared/contracts/commerce/recorded");
    private static final String GROUPS = "abcfgekhd";
    private static final Pattern NOT_REPLAYED = Pattern.compile("^- `([a-z]\\d\\w*[^`]*)`: .+", Pattern.MULTILINE);

    @Test
    void answersTheRecordedRequestsAsTheRealShopDid() throws IOException {
        List<Path> files = recorded();
        TreeSet<String> skipped = new TreeSet<>();
        List<String> differences = new ArrayList<>();
        int replayed = 0;
        try (CommerceSandbox sandbox = CommerceSandbox.start()) {
            CommerceReplay replay = new CommerceReplay(sandbox);
            TreeSet<String> documented = documented();
            for (Path file : files) {
                String name = file.getFileName().toString().replace(".json", "");
                if (documented.contains(name)) {
                    skipped.add(name);
                } else {
                    JsonNode exchange = new ObjectMapper().readTree(file.toFile());
                    replay.differences(name, exchange).forEach(difference -> differences.add(name + ": " + difference));
                    replayed++;
                }
            }
            assertThat(differences).isEmpty();
            assertThat(skipped).as("the list in docs/sandbox.md").isEqualTo(documented);
            assertThat(replayed).isGreaterThan(200);
        }
    }

    private static List<Path> recorded() throws IOException {
        assumeTrue(
                Files.isDirectory(RECORDED),
                "SKIPPED: the recorded exchanges in " + RECORDED + " are not there, nothing was compared");
        try (var files = Files.list(RECORDED)) {
            return files.filter(file -> !file.getFileName().toString().startsWith("_"))
                    .sorted(Comparator.<Path>comparingInt(file ->
                                    GROUPS.indexOf(file.getFileName().toString().charAt(0)))
                            .thenComparing(Path::getFileName))
                    .toList();
        }
    }

    private static TreeSet<String> documented() throws IOException {
        TreeSet<String> names = new TreeSet<>();
        Matcher matcher = NOT_REPLAYED.matcher(Files.readString(Path.of("docs/sandbox.md")));
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
        return names;
    }
}
