package io.fulfillmenthub.commerce;

import static org.assertj.core.api.Assertions.assertThat;

import io.fulfillmenthub.commerce.CommerceCall.Parameter;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The expected values were computed with an independent HMAC implementation. */
class OAuthSignerTest {

    private static final CommerceUrl SEARCH = new CommerceUrl(
            "http://127.0.0.1:8085/rest/default/V1/orders",
            List.of(
                    new Parameter("searchCriteria[filter_groups][0][filters][0][field]", "ext_order_id"),
                    new Parameter("searchCriteria[filter_groups][0][filters][0][value]", "A b&c=1,2%"),
                    new Parameter("fields", "items[entity_id],total_count")));

    private final OAuthSigner signer = new OAuthSigner(
            () -> new CommerceSettings(
                    "http://127.0.0.1:8085", "oauth1", "token", "key", "c&secret", "t=secret", null, null, null, null),
            Clock.fixed(Instant.ofEpochSecond(1_790_000_000), ZoneOffset.UTC),
            () -> "nonce-1");

    @Test
    void putsTheDecodedQueryIntoTheBaseStringAndSortsIt() {
        assertThat(OAuthSigner.baseString("get", SEARCH, List.of(new Parameter("oauth_nonce", "n"))))
                .isEqualTo("GET&http%3A%2F%2F127.0.0.1%3A8085%2Frest%2Fdefault%2FV1%2Forders&"
                        + "fields%3Ditems%255Bentity_id%255D%252Ctotal_count%26oauth_nonce%3Dn%26"
                        + "searchCriteria%255Bfilter_groups%255D%255B0%255D%255Bfilters%255D%255B0%255D%255Bfield%255D"
                        + "%3Dext_order_id%26"
                        + "searchCriteria%255Bfilter_groups%255D%255B0%255D%255Bfilters%255D%255B0%255D%255Bvalue%255D"
                        + "%3DA%2520b%2526c%253D1%252C2%2525");
    }

    @Test
    void leavesOutTheDefaultPort() {
        assertThat(OAuthSigner.baseString(
                        "GET", new CommerceUrl("HTTPS://Shop.Example.com:443/a/V1/x", List.of()), List.of()))
                .startsWith("GET&https%3A%2F%2Fshop.example.com%2Fa%2FV1%2Fx&");
    }

    @Test
    void signsWithHmacSha256() {
        assertThat(signer.sign("GET", SEARCH))
                .isEqualTo("OAuth oauth_consumer_key=\"key\",oauth_nonce=\"nonce-1\","
                        + "oauth_signature_method=\"HMAC-SHA256\",oauth_timestamp=\"1790000000\",oauth_token=\"token\","
                        + "oauth_version=\"1.0\",oauth_signature=\"lsT4HsBpf15w6dkhHrivOBkOgMquvxIN9S62G2GMCEc%3D\"");
    }
}
