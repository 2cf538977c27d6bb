package io.fulfillmenthub.commerce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.fulfillmenthub.order.ReasonCode;
import io.fulfillmenthub.order.RejectedException;
import io.fulfillmenthub.order.RetryableException;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ImsTokensTest {

    private static final CommerceUrl ANY = new CommerceUrl("https://server.example.com/tenant/V1/orders", List.of());

    private FakeCommerce adobe;
    private ImsTokens tokens;

    @BeforeEach
    void start() throws IOException {
        adobe = new FakeCommerce();
        CommerceSettings settings = new CommerceSettings(
                "https://server.example.com/tenant",
                "ims",
                null,
                null,
                null,
                null,
                "client",
                "s&cret",
                "org",
                adobe.url() + "/ims/token/v3");
        tokens = new ImsTokens(() -> settings, Clock.systemUTC());
    }

    @AfterEach
    void stop() {
        adobe.close();
    }

    @Test
    void asksOnceAndSendsTheTokenWithKeyAndOrganisation() {
        adobe.answers(200, "{\"access_token\":\"abc\",\"expires_in\":86399}");

        assertThat(tokens.headers("GET", ANY))
                .containsEntry("Authorization", "Bearer abc")
                .containsEntry("x-api-key", "client")
                .containsEntry("x-gw-ims-org-id", "org");
        assertThat(tokens.headers("POST", ANY)).containsEntry("Authorization", "Bearer abc");
        assertThat(adobe.only().body()).contains("grant_type=client_credentials", "client_secret=s%26cret");
    }

    @Test
    void asksAgainWhenTheTokenIsAboutToExpireOrWasRefused() {
        adobe.answers(200, "{\"access_token\":\"old\",\"expires_in\":30}")
                .answers(200, "{\"access_token\":\"new\",\"expires_in\":86399}")
                .answers(200, "{\"access_token\":\"newer\",\"expires_in\":86399}");

        tokens.headers("GET", ANY);
        assertThat(tokens.headers("GET", ANY)).containsEntry("Authorization", "Bearer new");
        assertThat(tokens.renew())
                .as("a fresh token that is refused is no matter of time")
                .isFalse();
        assertThat(tokens.headers("GET", ANY)).containsEntry("Authorization", "Bearer newer");
    }

    @Test
    void tellsRefusedCredentialsFromATroubledAdobe() {
        adobe.answers(400, "{\"error\":\"invalid_client\"}").answers(503, "").answers(200, "<html>");

        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> tokens.headers("GET", ANY))
                .matches(e -> e.reason() == ReasonCode.COMMERCE_UNAUTHORISED)
                .withMessageContaining("commerce.client-secret")
                .withMessageNotContaining("s&cret");
        assertThatExceptionOfType(RetryableException.class).isThrownBy(() -> tokens.headers("GET", ANY));
        assertThatExceptionOfType(RetryableException.class).isThrownBy(() -> tokens.headers("GET", ANY));
    }

    @Test
    void usesTheCloudServicesPathsAndStoreHeader() {
        CommerceSettings settings = new CommerceSettings(
                "https://server.example.com/tenant/", "ims", null, null, null, null, "client", "secret", "org", null);

        CommerceUrl url =
                CommerceUrl.of(settings, CommerceCall.get("get-order", null, "all", "/V1/orders/1", List.of()));

        assertThat(url.bare()).isEqualTo("https://server.example.com/tenant/V1/orders/1");
        assertThat(settings.cloudService()).isTrue();
    }
}
