package io.fulfillmenthub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The Dockerfile by rules as Hadolint has them, by their numbers there; the image itself is not built here. */
class DockerfileRulesTest {

    private static final Set<String> KNOWN = Set.of(
            "FROM",
            "WORKDIR",
            "COPY",
            "RUN",
            "ENV",
            "USER",
            "VOLUME",
            "EXPOSE",
            "HEALTHCHECK",
            "ENTRYPOINT",
            "ARG",
            "LABEL");
    private static final Pattern STAGE = Pattern.compile("(\\S+)(?: AS (\\w+))?");

    private static final List<Instruction> INSTRUCTIONS = new ArrayList<>();

    private record Instruction(String name, String text) {}

    @BeforeAll
    static void read() throws IOException {
        Files.readString(Path.of("docker", "Dockerfile"))
                .replaceAll("(?m)^#.*\\n", "")
                .replaceAll("\\\\\\n\\s*", "")
                .lines()
                .filter(line -> !line.isBlank())
                .forEach(line -> {
                    int space = line.indexOf(' ');
                    INSTRUCTIONS.add(new Instruction(line.substring(0, space), line.substring(space + 1)));
                });
    }

    /** DL3061, and nothing misspelt. */
    @Test
    void beginsWithAStageAndHasKnownInstructionsOnly() {
        assertThat(INSTRUCTIONS.get(0).name).isEqualTo("FROM");
        assertThat(INSTRUCTIONS).allSatisfy(line -> assertThat(KNOWN).contains(line.name));
    }

    /** DL3006, DL3007, DL3022, DL3024. */
    @Test
    void namesEachStageOnceAndCopiesOnlyFromThoseThatAreThere() {
        List<String> stages = new ArrayList<>();
        texts("FROM").forEach(from -> {
            Matcher stage = STAGE.matcher(from);
            assertThat(stage.matches()).as(from).isTrue();
            assertThat(stages.contains(stage.group(1)) || stage.group(1).matches(".+:.*\\d.*"))
                    .as(from)
                    .isTrue();
            if (stage.group(2) != null) {
                stages.add(stage.group(2));
            }
        });
        assertThat(stages).doesNotHaveDuplicates();
        assertThat(texts("COPY").stream()
                        .filter(copy -> copy.startsWith("--from="))
                        .map(copy -> copy.substring(7, copy.indexOf(' '))))
                .isNotEmpty()
                .isSubsetOf(stages);
    }

    /** DL3000, DL3003. */
    @Test
    void changesFoldersByAbsoluteWorkdirs() {
        assertThat(texts("WORKDIR")).isNotEmpty().allMatch(folder -> folder.startsWith("/"));
        assertThat(texts("RUN")).noneMatch(run -> run.matches("(.*[&;] *)?cd .*"));
    }

    /** DL3002, DL3004: the number, for orchestrators that must see that it is not root. */
    @Test
    void endsAsAUserWithANumberThatIsNotRoot() {
        assertThat(texts("USER")).last().asString().matches("[1-9]\\d*:[1-9]\\d*");
        assertThat(texts("RUN")).noneMatch(run -> run.contains("sudo"));
        assertThat(index(line -> line.name.equals("USER"))).isLessThan(index(line -> line.name.equals("ENTRYPOINT")));
    }

    /** DL3011, DL3012, DL3025, DL4003, DL4004. */
    @Test
    void hasOneEntryPointAndOneHealthCheckInTheFormOfJson() {
        assertThat(texts("EXPOSE")).containsExactly("8080");
        assertThat(texts("ENTRYPOINT")).singleElement().asString().matches("\\[\"java\"(, \"[^\"]+\")*]");
        assertThat(texts("HEALTHCHECK"))
                .singleElement()
                .asString()
                .contains("CMD [\"bash\"", "/actuator/health/readiness");
    }

    /** DL4006: a pipe hides a failure of its first part. */
    @Test
    void hidesNoFailureBehindAPipe() {
        assertThat(texts("RUN")).noneMatch(run -> run.matches(".*[^|]\\|[^|].*"));
    }

    /** DL3020, and no secret in what everybody can read of an image. */
    @Test
    void addsNothingFromElsewhereAndKeepsNoSecret() {
        assertThat(texts("RUN")).noneMatch(run -> run.matches(".*\\b(curl|wget)\\b.*"));
        assertThat(INSTRUCTIONS)
                .filteredOn(line -> line.name.equals("ENV") || line.name.equals("ARG"))
                .noneMatch(line -> line.text.matches("(?i).*(password|secret|token|key).*"));
    }

    /** The archive belongs to the Java and to the very files that made it. */
    @Test
    void makesTheClassArchiveOfTheFilesThatTheImageRuns() {
        int made =
                index(line -> line.name.equals("RUN") && line.text.contains("-XX:ArchiveClassesAtExit=/tmp/hub.jsa "));

        assertThat(INSTRUCTIONS.get(made - 1)).isEqualTo(new Instruction("FROM", "runtime AS archive"));
        assertThat(INSTRUCTIONS.get(made + 1)).isEqualTo(new Instruction("FROM", "runtime"));
        assertThat(texts("COPY")).last().isEqualTo("--from=archive /tmp/hub.jsa hub.jsa");
        assertThat(texts("WORKDIR")).last().isEqualTo("/app");
        assertThat(texts("ENTRYPOINT").get(0)).contains("\"-XX:SharedArchiveFile=/app/hub.jsa\"");
    }

    private static List<String> texts(String name) {
        return INSTRUCTIONS.stream()
                .filter(line -> line.name.equals(name))
                .map(Instruction::text)
                .toList();
    }

    private static int index(Predicate<Instruction> wanted) {
        return INSTRUCTIONS.stream().map(wanted::test).toList().indexOf(true);
    }
}
