package io.fulfillmenthub.commerce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.fulfillmenthub.order.ReasonCode;
import io.fulfillmenthub.order.RejectedException;
import io.fulfillmenthub.order.RetryableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.env.ConfigTreePropertySource;
import org.springframework.boot.env.ConfigTreePropertySource.Option;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.StandardEnvironment;

/** Secrets in files, which are rotated while the hub runs. */
class CommerceSecretsTest {

    @TempDir
    private Path folder;

    private FakeCommerce commerce;

    @BeforeEach
    void open() throws IOException {
        commerce = new FakeCommerce();
    }

    @AfterEach
    void close() {
        commerce.close();
    }

    @Test
    void aNewAccessTokenIsSentASecondLater() throws Exception {
        TurnableClock clock = new TurnableClock();
        rotate("first");
        try (CommerceRoutes routes = new CommerceRoutes(bearer(), clock)) {
            routes.call("commerce-order-get", CommerceExamples.due(CommerceExamples.merchantOrder()));
            rotate("second");
            clock.turn(Duration.ofSeconds(1));
            routes.call("commerce-order-get", CommerceExamples.due(CommerceExamples.merchantOrder()));
        }

        assertThat(commerce.requests())
                .extracting(request -> request.header("Authorization"))
                .containsExactly("Bearer first", "Bearer second");
    }

    @Test
    void aNewClientSecretIsSentWhenTheNextTokenOfAdobeIsNeeded() throws IOException {
        commerce.answers(200, "{\"access_token\":\"old\",\"expires_in\":30}")
                .answers(200, "{\"access_token\":\"new\",\"expires_in\":86399}");
        rotate("first");
        ImsTokens tokens = new ImsTokens(secrets(ims())::current, Clock.systemUTC());
        CommerceUrl any = new CommerceUrl("https://server.example.com/tenant/V1/orders", List.of());

        tokens.headers("GET", any);
        rotate("second");

        assertThat(tokens.headers("GET", any)).containsEntry("Authorization", "Bearer new");
        assertThat(commerce.requests().get(0).body()).contains("client_secret=first");
        assertThat(commerce.requests().get(1).body()).contains("client_secret=second");
    }

    @Test
    void aSecretThatIsEmptyGoneOrNoneIsNeverSent() throws IOException {
        Path file = rotate("first");
        CommerceSecrets secrets = secrets(bearer());

        Files.writeString(file, "");
        assertThat(secrets.current().accessToken()).isEqualTo("first");
        rotate("se cond");
        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(secrets::current)
                .matches(e -> e.reason() == ReasonCode.COMMERCE_UNAUTHORISED)
                .withMessageContaining("commerce.access-token holds blanks")
                .withMessageNotContaining("cond");
        Files.delete(file);
        assertThatExceptionOfType(RetryableException.class)
                .isThrownBy(secrets::current)
                .withMessageContaining("commerce.access-token cannot be read")
                .withNoCause();
    }

    private Path rotate(String secret) throws IOException {
        return Files.writeString(folder.resolve("shop-secret"), secret + "\n");
    }

    private StandardEnvironment bearer() {
        return environment(Map.of("commerce.base-url", commerce.url(), "commerce.access-token", "${shop-secret}"));
    }

    private StandardEnvironment ims() {
        return environment(Map.of(
                "commerce.base-url", "https://server.example.com/tenant",
                "commerce.auth", "ims",
                "commerce.client-id", "client",
                "commerce.client-secret", "${shop-secret}",
                "commerce.org-id", "org",
                "commerce.token-url", commerce.url() + "/ims/token/v3"));
    }

    private StandardEnvironment environment(Map<String, Object> settings) {
        StandardEnvironment environment = new StandardEnvironment();
        MutablePropertySources sources = environment.getPropertySources();
        sources.addFirst(new MapPropertySource("settings", settings));
        sources.addLast(new ConfigTreePropertySource(
                "secrets", folder, Option.ALWAYS_READ, Option.AUTO_TRIM_TRAILING_NEW_LINE));
        return environment;
    }

    private static CommerceSecrets secrets(StandardEnvironment environment) {
        CommerceSettings settings =
                Binder.get(environment).bind("commerce", CommerceSettings.class).get();
        return new CommerceSecrets(settings, environment);
    }
}
