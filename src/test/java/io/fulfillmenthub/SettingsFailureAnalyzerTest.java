package io.fulfillmenthub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;
import org.yaml.snakeyaml.Yaml;

class SettingsFailureAnalyzerTest {

    private static final String SECRET = "s3cr3t";

    private final ApplicationContextRunner hub = new ApplicationContextRunner().withUserConfiguration(Hub.class);

    @Test
    void anUnknownKeyIsNamedWithTheNearestKnownOne() {
        assertThat(sentence("hub.orders.paralellism=" + SECRET))
                .startsWith(
                        "hub.orders.paralellism is no setting of the hub: write hub.orders.parallelism, or remove it");
    }

    @Test
    void anUnknownKeyLikeNoOtherIsToBeRemoved() {
        assertThat(sentence("hub.something-else-altogether=" + SECRET))
                .startsWith("hub.something-else-altogether is no setting of the hub: remove it, or see"
                        + " docs/operations.md");
    }

    @ParameterizedTest
    @CsvSource({
        "hub.lease,            give a duration such as PT30S",
        "hub.orders.import,    give enabled or disabled",
        "hub.orders.parallelism, give a number",
        "hub.retry.max-attempts, give a number",
        "sample.since,         give a time such as 2026-01-01T00:00:00Z",
        "sample.active,        give true or false",
        "sample.rates.a.rate,  give a number",
        "sample.address,       give an address such as https://shop.example.com",
    })
    void aValueThatCannotBeReadIsNamedWithWhatIsWanted(String key, String remedy) {
        assertThat(sentence(key + "=a " + SECRET + ":// nonsense")).startsWith(key + " is not usable: " + remedy);
    }

    @Test
    void aSettingsRecordSpeaksForItself() {
        assertThat(sentence("hub.retry.max-attempts=0"))
                .isEqualTo("hub.retry.max-attempts is not usable: give a number from 1.");
    }

    @Test
    void aRefusalAtStartSpeaksForItself() {
        assertThat(describe(new RuntimeException(new IllegalStateException("hub.data-directory is in use: stop it"))))
                .isEqualTo("hub.data-directory is in use: stop it.");
        assertThat(describe(new RuntimeException(
                        new UncheckedIOException("The folder cannot be written", new IOException("no")))))
                .isEqualTo("The folder cannot be written.");
    }

    @Test
    void aMalformedConfigurationFileIsToldByLineWithoutItsText() {
        Throwable malformed = catchThrowable(() -> new Yaml().load("a: 1\nb: " + SECRET + ": 2\n"));
        assertThat(describe(new IllegalStateException(malformed)))
                .contains("is no valid YAML in line 2")
                .doesNotContain(SECRET);
    }

    @Test
    void otherFailuresAreLeftToOthers() {
        assertThat(new SettingsFailureAnalyzer().analyze(new NoSuchElementException("x")))
                .isNull();
    }

    private String sentence(String property) {
        String[] sentence = new String[1];
        hub.withPropertyValues(property).run(context -> {
            assertThat(context).hasFailed();
            sentence[0] = describe(context.getStartupFailure());
        });
        assertThat(sentence[0]).doesNotContain(SECRET);
        return sentence[0];
    }

    private static String describe(Throwable failure) {
        FailureAnalysis analysis = new SettingsFailureAnalyzer().analyze(failure);
        assertThat(analysis).isNotNull();
        return analysis.getDescription();
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties({HubSettings.class, Sample.class})
    static class Hub {}

    @ConfigurationProperties("sample")
    record Sample(
            Instant since,
            @DefaultValue("true") boolean active,
            @DefaultValue Map<String, Rate> rates,
            URI address,
            @DefaultValue List<Duration> pauses) {}

    record Rate(Double rate) {}
}
