package io.fulfillmenthub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a reader of the Java files may rely on. */
class HouseStyleTest {

    private static final Path MAIN = Path.of("src/main/java");
    private static final int LONGEST_FILE = 200;

    /** A public type, and what stands right before it and its annotations. */
    private static final Pattern PUBLIC_TYPE = Pattern.compile(
            "(?m)^(?<javadoc> *\\*/\\n|.*\\*/\\n)?(?:^ *@[^\\n]*\\n(?:^ *[^@\\n]*\\)\\n)?)*"
                    + "^ *public (?:static |final |abstract |sealed )*(?:class|record|interface|enum|@interface) (?<name>\\w+)");

    private static final Pattern CONSOLE_OUTPUT = Pattern.compile("System\\.(out|err)\\b");
    private static final Pattern EMPTY_NAME = Pattern.compile(
            "(class|record|interface|enum) \\w*(Manager|Helper|Util|Utils|Impl|Constants|Data|Info)\\b");
    private static final Pattern LEFT_OVER = Pattern.compile("\\b(TODO|FIXME|XXX)\\b");

    @Test
    void noFileIsLongerThanItCanBeRead() {
        assertThat(sources())
                .isNotEmpty()
                .allSatisfy(file -> assertThat(lines(file)).as(file.toString()).hasSizeLessThanOrEqualTo(LONGEST_FILE));
    }

    @Test
    void everyPackageSaysWhatItIs() {
        assertThat(sources().stream().map(Path::getParent).distinct())
                .allSatisfy(folder -> assertThat(folder.resolve("package-info.java"))
                        .content()
                        .startsWith("/** "));
    }

    @Test
    void everyPublicTypeSaysWhatItIs() {
        assertThat(sources())
                .allSatisfy(file -> assertThat(PUBLIC_TYPE
                                .matcher(text(file))
                                .results()
                                .filter(type -> type.group(1) == null)
                                .map(type -> type.group(2)))
                        .as(file + ": public types without Javadoc")
                        .isEmpty());
    }

    @Test
    void nothingWritesToTheConsole() {
        assertThat(sources())
                .noneMatch(file -> CONSOLE_OUTPUT.matcher(text(file)).find());
    }

    @Test
    void everyNameSaysSomething() {
        assertThat(sources()).noneMatch(file -> EMPTY_NAME.matcher(text(file)).find());
    }

    @Test
    void nothingIsLeftForLater() {
        assertThat(sources()).noneMatch(file -> LEFT_OVER.matcher(text(file)).find());
    }

    private static List<Path> sources() {
        try (Stream<Path> files = Files.walk(MAIN)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> lines(Path file) {
        return text(file).lines().toList();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
