package io.fulfillmenthub.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import io.fulfillmenthub.sandbox.AmazonOrders;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** What no test logs is known because the watch sees what one does. */
class PrivacyWatchTest {

    private static final Logger LOG = LoggerFactory.getLogger("io.fulfillmenthub.planted");

    @TempDir
    private Path folder;

    @Test
    void findsWhatIsLoggedAndTellsOnlyKindAndLogger() throws Exception {
        Path findings = folder.resolve("findings");

        PrivacyWatch.elsewhere(findings, () -> {
            LOG.debug("{} lives in {}", "Ottoline Quillfeather", "Privetmarsh Lane");
            LOG.info(
                    "refused",
                    new IllegalStateException(new IllegalArgumentException("for anna1@marketplace.example")));
            MDC.put("who", "Berta Kauf");
            LOG.info("by somebody");
            MDC.clear();
            LOG.info("order-import us/111-0000000-0000000 imported as 000000042");
            LoggerFactory.getLogger("org.example").info("refresh_token=Atzr|sandbox-us");
        });

        assertThat(Files.readAllLines(findings))
                .containsExactly(
                        "[NAME, STREET] written by io.fulfillmenthub.planted",
                        "[EMAIL] written by io.fulfillmenthub.planted",
                        "[NAME] written by io.fulfillmenthub.planted",
                        "[CREDENTIAL] written by org.example");
    }

    @Test
    void findsWhatIsPrinted() throws Exception {
        Path findings = folder.resolve("findings");

        PrivacyWatch.elsewhere(findings, () -> {
            System.out.println("planted for " + PrivacyWatchTest.class.getSimpleName() + ": Gloamwick");
            System.err.println("planted for " + PrivacyWatchTest.class.getSimpleName() + ": Thistledown");
        });

        assertThat(Files.readAllLines(findings))
                .containsExactly("[STREET] written by System.out", "[BUYERS_WORDS] written by System.err");
    }

    @Test
    void findsWhatAnotherProcessWrote() throws Exception {
        Path findings = folder.resolve("findings");
        Path output = Files.writeString(folder.resolve("hub-1.log"), "started\ncalls +1 555 0147 0092\n");

        PrivacyWatch.elsewhere(findings, () -> PrivacyWatch.look(output));

        assertThat(Files.readAllLines(findings)).containsExactly("[PHONE] written by hub-1.log");
    }

    @ParameterizedTest
    @CsvSource({"ATVPDKIKX0DER", "A1F83G8C2ARO7P", "A1PA6795UKMFR9", "A1VC38T7YXB528"})
    void knowsTheBuyersOfEveryMarketplace(String marketplace) {
        AmazonOrders.seeded(4711).in(marketplace).next(50).forEach(order -> {
            assertThat(TestPeople.in(
                            order.at("/recipient/deliveryAddress/addressLine1").asText()))
                    .containsExactly(TestPeople.Kind.STREET);
            assertThat(TestPeople.in(order.at("/buyer/buyerEmail").asText())).containsExactly(TestPeople.Kind.EMAIL);
            String name = order.at("/buyer/buyerName").asText();
            assertThat("Cher".equals(name) || TestPeople.in("for " + name + ".").contains(TestPeople.Kind.NAME))
                    .isTrue();
        });
    }

    @Test
    void leavesUsualLinesAlone() {
        assertThat(TestPeople.in("commerce-call: Basic authentication, Bearer tokens, hub.push.secret, +1 000, London"))
                .isEmpty();
    }
}
