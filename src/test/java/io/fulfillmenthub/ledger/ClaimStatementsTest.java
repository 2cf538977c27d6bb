package io.fulfillmenthub.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The routes say how many parameters a claim has, so that Camel does not ask the database before each of ten claims a second. */
class ClaimStatementsTest {

    private static final Path STATEMENTS = Path.of("src/main/resources/sql");
    private static final Pattern CLAIM = Pattern.compile(
            "uri: sql:classpath:sql/(?<file>[\\w-]+\\.sql)\\n(?: +parameters: \\{parametersCount: (?<count>\\d+)})?");

    @Test
    void everyRouteSaysHowManyParametersItsClaimHas() throws IOException {
        Map<String, Integer> told = new TreeMap<>();
        for (Path route : routes()) {
            CLAIM.matcher(Files.readString(route))
                    .results()
                    .forEach(claim ->
                            told.put(claim.group(1), claim.group(2) == null ? 0 : Integer.parseInt(claim.group(2))));
        }

        assertThat(told)
                .hasSizeGreaterThan(5)
                .allSatisfy((file, count) -> assertThat(count).isEqualTo(parameters(file)));
    }

    @Test
    void anOrderIsClaimedAlikeWhetherAMessageNamesItOrNot() throws IOException {
        assertThat(change("order-take.sql")).startsWith("update orders").isEqualTo(change("order-claim.sql"));
    }

    /** @return what a claim does with the orders it found, and what it tells of them */
    private static String change(String file) throws IOException {
        String statement = Files.readString(STATEMENTS.resolve(file));
        return statement.substring(statement.indexOf("update orders"));
    }

    private static int parameters(String file) {
        try {
            return Files.readString(STATEMENTS.resolve(file)).split(":#", -1).length - 1;
        } catch (IOException e) {
            throw new AssertionError("The statement " + file + " of a route cannot be read", e);
        }
    }

    private static List<Path> routes() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("routes"))) {
            return files.filter(file -> file.toString().endsWith(".camel.yaml")).toList();
        }
    }
}
