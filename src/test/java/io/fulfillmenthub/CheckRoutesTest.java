package io.fulfillmenthub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

/** What {@code --check-routes} says of changed routes before they meet real orders. */
class CheckRoutesTest {

    @TempDir
    private Path folder;

    private final StringWriter report = new StringWriter();

    @BeforeEach
    void copyTheRoutes() throws IOException {
        FileSystemUtils.copyRecursively(Path.of("routes"), folder.resolve("routes"));
        FileSystemUtils.deleteRecursively(folder.resolve("routes/custom/examples"));
    }

    @Test
    void aChangedRouteAndANewSubscriberAreShownByTheRequestsThatDiffer() throws IOException {
        change(
                "order-create",
                "        - filter:\n            expression:\n              simple:\n"
                        + "                expression: \"${body.invoiceDue}\"\n            steps:\n"
                        + "              - to:\n                  uri: direct:commerce-invoice-create\n",
                "");
        Files.copy(
                Path.of("routes/custom/examples/erp-http.camel.yaml"),
                folder.resolve("routes/custom/erp-http.camel.yaml"));

        int code = check("--hub.subscribers.order-imported=erp", "--erp.url=http://u:p@erp.invalid/orders?key=hidden");

        assertThat(report.toString())
                .contains("There is no ledger yet", "Replaying 4 orders; nothing is sent")
                .contains("  - Commerce POST /rest/default/V1/order/")
                .contains("  + POST http://erp.invalid/orders\n")
                .contains("  +     Idempotency-Key: order-imported:us/111-0000000-0000001\n")
                .contains("  +       \"amazonOrderId\" : \"111-0000000-0000001\",\n")
                .contains("2 of 4 orders cause the same requests.")
                .doesNotContain("hidden", "u:p@", "a-client-secret", "Atzr", "WRONG");
        assertThat(code).isZero();
    }

    @Test
    void aWrongFileIsToldByFileLineAndRemedyAndNothingIsReplayed() throws IOException {
        change("order-complete", "method: adopt", "methode: adopt");
        Files.writeString(folder.resolve("routes/custom/erp.camel.yaml"), """
                - route:
                    id: erp
                    from:
                      uri: direct:erp
                      steps:
                        - toD:
                            uri: http://erp.invalid
                """);

        int code = check();

        assertThat(report.toString().lines())
                .anyMatch(line -> line.matches("WRONG   .*/routes/order-complete.camel.yaml, line 26: Camel knows no"
                        + " methode below bean: write method, or remove it"))
                .anyMatch(line -> line.matches("advice  .*/custom/erp.camel.yaml, line 1: uses toD"))
                .noneMatch(line -> line.startsWith("Replaying"));
        assertThat(code).isEqualTo(1);
    }

    private void change(String route, String old, String fresh) throws IOException {
        Path file = folder.resolve("routes/" + route + ".camel.yaml");
        String text = Files.readString(file);
        assertThat(text).contains(old);
        Files.writeString(file, text.replace(old, fresh));
    }

    private int check(String... more) {
        List<String> arguments = List.of(
                "--check-routes",
                "--hub.routes=" + folder.resolve("routes"),
                "--hub.custom-routes=" + folder.resolve("routes/custom"),
                "--hub.data-directory=" + folder.resolve("data"),
                "--amazon.accounts[0].id=us",
                "--amazon.accounts[0].endpoint=http://amazon.invalid",
                "--amazon.accounts[0].client-id=a-client",
                "--amazon.accounts[0].client-secret=a-client-secret",
                "--amazon.accounts[0].refresh-token=Atzr|token",
                "--amazon.accounts[0].marketplace-ids=ATVPDKIKX0DER",
                "--commerce.base-url=http://commerce.invalid",
                "--commerce.access-token=a-commerce-token");
        return new CheckRoutes(new PrintWriter(report), TestDatabase::newUrl)
                .check(Stream.concat(arguments.stream(), Stream.of(more)).toArray(String[]::new));
    }
}
