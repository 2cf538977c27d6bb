package io.fulfillmenthub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fulfillmenthub.amazon.AmazonSettings;
import io.fulfillmenthub.commerce.CommerceSettings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.mock.env.MockEnvironment;

/** A bad value of any key stops the start with a sentence that names the key. */
class SettingRefusalsTest {

    /** Every text is a good one; a folder of these is made, or looked for by others, when it is set. */
    private static final List<String> ANY_TEXT = List.of(
            "hub.shipments.drop-folder",
            "hub.push.secret",
            "hub.push.adobe-client-id",
            "hub.commerce-routes",
            "hub.privacy.retention-reason");

    private static final List<String> AUTHENTICATIONS = List.of("bearer", "oauth1", "ims");
    private static final List<String> BAD = List.of(" ", "no such :// value", "-1", "x");
    private static final Map<String, Class<?>> RECORDS =
            Map.of("hub", HubSettings.class, "amazon", AmazonSettings.class, "commerce", CommerceSettings.class);

    static Stream<String> keys() throws ClassNotFoundException {
        return SettingsDocumentationTest.keys().stream();
    }

    @ParameterizedTest
    @MethodSource("keys")
    void aBadValueIsRefusedWithItsKey(String key) {
        String written = key.replace("[]", "[0]").replace("*", "some");
        String named = written.replaceFirst("\\.some$", "");

        List<String> sentences = (key.startsWith("commerce.") ? AUTHENTICATIONS : List.of("bearer"))
                .stream()
                        .flatMap(auth -> BAD.stream().flatMap(bad -> refusal(auth, written, bad).stream()))
                        .toList();

        if (ANY_TEXT.contains(key)) {
            assertThat(sentences).isEmpty();
        } else {
            assertThat(sentences)
                    .isNotEmpty()
                    .allSatisfy(sentence -> assertThat(sentence).contains(named));
        }
    }

    @Test
    void theSettingsOfThisTestAreGoodOnesButForTheBadValue() {
        assertThat(AUTHENTICATIONS.stream().flatMap(auth -> refusal(auth, "commerce.auth", auth).stream()))
                .isEmpty();
        assertThat(refusal("bearer", "amazon.user-agent", "Hub/1.0")).isEmpty();
        assertThat(refusal("bearer", "hub.lease", "PT3M")).isEmpty();
    }

    @Test
    void personalDataIsKeptLongerThanThirtyDaysOnlyWithAReason() {
        assertThat(refusal("bearer", "hub.privacy.retention", "P31D"))
                .hasValueSatisfying(sentence -> assertThat(sentence)
                        .contains("hub.privacy.retention ", "Amazon's 30 days", "hub.privacy.retention-reason"));
        assertThat(refusal("bearer", "hub.privacy.retention", "P30D")).isEmpty();
        assertThat(refusal(
                        "bearer",
                        Map.of("hub.privacy.retention", "P3650D", "hub.privacy.retention-reason", "§ 147 AO")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"hub.routes", "hub.custom-routes"})
    void aFolderOfRoutesThatIsNamedMustExist(String key) {
        assertThatThrownBy(() -> RouteFolders.of(new MockEnvironment().withProperty(key, "nowhere")))
                .hasMessageContainingAll(key + " names nowhere", "remove it");
    }

    @Test
    void aFolderOfOtherRoutesToCommerceMustHoldSome() {
        assertThatThrownBy(() -> RouteFolders.of(new MockEnvironment().withProperty("hub.commerce-routes", "nowhere")))
                .hasMessageContaining("hub.commerce-routes");
    }

    @Test
    void theProfileKafkaNeedsBrokers() {
        assertThatThrownBy(() -> new KafkaProfile(new MockEnvironment()))
                .hasMessageContainingAll("camel.component.kafka.brokers is missing", "kafka-1:9092");
    }

    private static Optional<String> refusal(String auth, String key, String value) {
        return refusal(auth, Map.of(key, value));
    }

    /** @return what the start would say, empty when nothing is wrong */
    private static Optional<String> refusal(String auth, Map<String, String> changes) {
        Map<String, String> all = good(auth);
        all.putAll(changes);
        String prefix = changes.keySet().iterator().next().replaceFirst("\\..*", "");
        try {
            new Binder(new MapConfigurationPropertySource(all)).bindOrCreate(prefix, RECORDS.get(prefix));
            return Optional.empty();
        } catch (BindException e) {
            return Optional.of(new SettingsFailureAnalyzer().analyze(e).getDescription());
        }
    }

    private static Map<String, String> good(String auth) {
        Map<String, String> all = new HashMap<>();
        all.put("hub.users[0].name", "ada");
        all.put("hub.users[0].password", HubWorld.SECRET_HASHED);
        all.put("hub.users[0].role", "viewer");
        all.put("hub.encryption.keys[0].id", "key");
        all.put("hub.encryption.keys[0].secret", "x".repeat(32));
        all.put("amazon.accounts[0].id", "us");
        all.put("amazon.accounts[0].endpoint", "https://sellingpartnerapi-na.amazon.com");
        all.put("amazon.accounts[0].client-id", "client");
        all.put("amazon.accounts[0].client-secret", "client-secret");
        all.put("amazon.accounts[0].refresh-token", "token");
        all.put("amazon.accounts[0].marketplace-ids", "ATVPDKIKX0DER");
        all.put("amazon.carrier-rules[0].carrier", "gls");
        all.put("amazon.carrier-rules[0].code", "GLS");
        all.put("commerce.base-url", "https://shop.example.com");
        all.put("commerce.auth", auth);
        for (String credential : List.of(
                "access-token",
                "consumer-key",
                "consumer-secret",
                "access-token-secret",
                "client-id",
                "client-secret")) {
            all.put("commerce." + credential, "credential");
        }
        all.put("commerce.org-id", "123@AdobeOrg");
        return all;
    }
}
