package io.fulfillmenthub.commerce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class CommerceSettingsTest {

    private static final String TOKEN = "s3cr3t-token";

    @Test
    void bindsTheContractsKeys() {
        CommerceSettings settings =
                bind(Map.of("commerce.base-url", "https://shop.example.com/prefix/", "commerce.access-token", TOKEN));

        assertThat(settings.baseUrl()).isEqualTo("https://shop.example.com/prefix");
        assertThat(settings.auth()).isEqualTo("bearer");
        assertThat(settings.tokenUrl()).startsWith("https://ims-na1.adobelogin.com/");
    }

    @Test
    void neverShowsSecrets() {
        CommerceSettings settings = new CommerceSettings(
                "https://shop.example.com",
                "oauth1",
                TOKEN,
                "key1",
                "secret1",
                "secret2",
                "id1",
                "secret3",
                "org1",
                null);

        assertThat(settings).asString().doesNotContain(TOKEN, "secret", "key1", "id1");
    }

    @ParameterizedTest
    @CsvSource({
        "'', bearer, commerce.base-url is missing",
        "ftp://shop.example.com, bearer, commerce.base-url must be an http(s) address",
        "shop example, bearer, commerce.base-url is no address",
        "https://u:p@shop.example.com, bearer, commerce.base-url must not hold a user",
        "https://shop.example.com/rest/default, bearer, commerce.base-url must end before /rest",
        "https://shop.example.com, basic, 'commerce.auth must be bearer, oauth1 or ims'",
        "https://shop.example.com, oauth1, commerce.consumer-key is missing",
        "https://shop.example.com, ims, commerce.client-id is missing",
    })
    void refusesAWrongValueWithTheKeyAndTheRemedy(String url, String auth, String words) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CommerceSettings(url, auth, TOKEN, null, null, null, null, null, null, null))
                .withMessageContaining(words)
                .withMessageNotContaining(TOKEN);
    }

    @Test
    void asksForTheAccessTokenByItsKey() {
        Map<String, String> keys = Map.of("commerce.base-url", "https://shop.example.com");

        assertThat(org.assertj.core.api.Assertions.catchThrowableOfType(BindException.class, () -> bind(keys)))
                .rootCause()
                .hasMessageContaining("commerce.access-token is missing");
    }

    private static CommerceSettings bind(Map<String, String> keys) {
        return new Binder(new MapConfigurationPropertySource(keys))
                .bind("commerce", CommerceSettings.class)
                .get();
    }
}
