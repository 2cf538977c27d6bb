package io.fulfillmenthub.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CommerceAccessTest {

    private static final String ORDERS = "/rest/default/V1/orders?searchCriteria[pageSize]=1&fields=total_count";

    private static CommerceSandbox sandbox;

    @BeforeAll
    static void start() {
        sandbox = CommerceSandbox.start(
                "sandbox.commerce.bearer-enabled=false",
                "sandbox.commerce.consumer-key=ck",
                "sandbox.commerce.consumer-secret=cs",
                "sandbox.commerce.access-token=at",
                "sandbox.commerce.access-token-secret=ats");
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    @Test
    void refusesAnIntegrationTokenAsABearerWhenThatIsOff() {
        CommerceClient.Answer answer = sandbox.client().call("GET", ORDERS, null, CommerceClient.bearer("at"));

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.message()).isEqualTo("The consumer isn't authorized to access %resources.");
        assertThat(answer.body().path("parameters").path("resources").asText())
                .isEqualTo("Magento_Sales::actions_view");
    }

    @Test
    void acceptsAnAdminsTokenAllTheSame() {
        CommerceClient client = sandbox.client();
        String token = client.post(
                        "/rest/V1/integration/admin/token",
                        "{\"username\": \"admin\", \"password\": \"sandbox-admin-1\"}")
                .body()
                .asText();

        assertThat(client.call("GET", ORDERS, null, CommerceClient.bearer(token))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void acceptsASignatureOverTheDecodedQuery() {
        assertThat(signed("GET", ORDERS, "cs", "HMAC-SHA256").status()).isEqualTo(200);
    }

    @Test
    void doesNotSignAJsonBody() {
        CommerceClient client = sandbox.client();
        Map<String, String> headers = headers(client, "POST", "/rest/V1/orders", "cs", "HMAC-SHA256");
        headers.put("Content-Type", "application/json");

        CommerceClient.Answer answer = client.call(
                "POST",
                "/rest/V1/orders",
                CommerceOrders.entity(CommerceOrders.order()).toString(),
                headers);

        assertThat(answer.status()).isEqualTo(200);
    }

    @Test
    void refusesAWrongSignature() {
        CommerceClient.Answer answer = signed("GET", ORDERS, "another secret", "HMAC-SHA256");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.message()).isEqualTo("The signature is invalid. Verify and try again.");
    }

    @Test
    void refusesAnotherSignatureMethod() {
        CommerceClient.Answer answer = signed("GET", ORDERS, "cs", "HMAC-SHA1");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.message()).isEqualTo("Signature method %1 is not supported");
    }

    @Test
    void refusesARepeatedNonce() {
        CommerceClient client = sandbox.client();
        Map<String, String> headers = headers(client, "GET", ORDERS, "cs", "HMAC-SHA256");
        client.call("GET", ORDERS, null, headers);

        CommerceClient.Answer answer = client.call("GET", ORDERS, null, headers);

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.message()).isEqualTo("The nonce is already being used by the consumer with ID %1");
    }

    private static CommerceClient.Answer signed(String method, String path, String secret, String signatureMethod) {
        CommerceClient client = sandbox.client();
        return client.call(method, path, null, headers(client, method, path, secret, signatureMethod));
    }

    private static Map<String, String> headers(
            CommerceClient client, String method, String path, String secret, String signatureMethod) {
        Map<String, String> oauth = new TreeMap<>(Map.of(
                "oauth_consumer_key", "ck",
                "oauth_token", "at",
                "oauth_signature_method", signatureMethod,
                "oauth_timestamp", "1700000000",
                "oauth_nonce", UUID.randomUUID().toString(),
                "oauth_version", "1.0"));
        Map<String, String> all = new TreeMap<>(oauth);
        String[] url = client.url(path).split("\\?");
        CommerceController.parameters(url.length > 1 ? url[1] : null).forEach(all::put);
        Map<String, String> encoded = new TreeMap<>();
        all.forEach((name, value) -> encoded.put(encode(name), encode(value)));
        String parameters = encoded.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining("&"));
        oauth.put("oauth_signature", sign(method + "&" + encode(url[0]) + "&" + encode(parameters), secret));
        Map<String, String> headers = new TreeMap<>();
        headers.put(
                "Authorization",
                oauth.entrySet().stream()
                        .map(entry -> entry.getKey() + "=\"" + encode(entry.getValue()) + "\"")
                        .collect(Collectors.joining(",", "OAuth ", "")));
        return headers;
    }

    private static String sign(String text, String secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec((encode(secret) + "&ats").getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
