package io.fulfillmenthub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** People sign in at their company's OpenID Connect provider, which the hub knows by Spring's standard keys alone. */
class OpenIdConnectTest {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private static IdentityProvider provider;
    private static HubWorld world;

    @BeforeAll
    static void start() {
        provider = IdentityProvider.start();
        Map<String, Object> settings = new LinkedHashMap<>();
        String client = "spring.security.oauth2.client.registration.company.";
        settings.put(client + "client-id", "hub");
        settings.put(client + "client-secret", IdentityProvider.CLIENT_SECRET);
        settings.put(client + "client-name", "Company");
        settings.put(client + "scope", "openid,profile");
        settings.put("spring.security.oauth2.client.provider.company.issuer-uri", provider.issuer());
        settings.put("hub.sign-in.role-claim", "realm_access.roles");
        settings.put("hub.sign-in.roles[warehouse-readers]", "viewer");
        settings.put("hub.sign-in.roles[warehouse]", "operator");
        settings.put("hub.sign-in.roles[it]", "admin");
        world = HubWorld.start(settings);
    }

    @AfterAll
    static void stop() {
        if (world != null) {
            world.close();
        }
        if (provider != null) {
            provider.close();
        }
    }

    @Test
    void whoSignsInComesBackToThePageThatWasAskedFor() {
        Visitor oscar = new Visitor();
        assertThat(oscar.get("/errors").body()).contains("/oauth2/authorization/company", "Sign in with Company");

        HttpResponse<String> page = oscar.signIn("oscar");

        assertThat(page.uri().getPath()).isEqualTo("/errors");
        assertThat(page.body()).contains("Communication errors", "oscar");
    }

    @Test
    void theClaimMakesAViewerAnOperatorOrAnAdministrator() {
        assertThat(mayOperateAndAdminister("vera")).isEqualTo("no no");
        assertThat(mayOperateAndAdminister("oscar")).isEqualTo("yes no");
        assertThat(mayOperateAndAdminister("agnes")).isEqualTo("yes yes");
    }

    @Test
    void whoHasNoRoleIsToldSoAndCanLogOut() {
        Visitor nora = new Visitor();
        HttpResponse<String> refused = nora.signIn("nora");

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("No role yet", "nora", "hub.sign-in.roles", "Log out");
        assertThat(nora.post("/logout", refused.body()).body()).contains("You are logged out");
    }

    @Test
    void aLogoutEndsTheSessionOfTheHub() {
        Visitor vera = new Visitor();
        String page = vera.signIn("vera").body();

        assertThat(vera.post("/logout", page).body()).contains("You are logged out");
        assertThat(vera.get("/orders").uri().getPath()).isEqualTo("/login");
    }

    @Test
    void aSignInThatGoesWrongAtTheProviderIsNoWrongPassword() {
        HttpResponse<String> page = new Visitor().get("/login/oauth2/code/company?error=access_denied&state=unknown");
        assertThat(page.uri().getPath()).isEqualTo("/login");
        assertThat(page.body())
                .contains("Signing in with the provider did not work")
                .doesNotContain("password is not right");
    }

    private static String mayOperateAndAdminister(String user) {
        Visitor visitor = new Visitor();
        String page = visitor.signIn(user).body();
        boolean operates = visitor.post("/sync", page).statusCode() == 200;
        boolean administers = visitor.post("/read-only/confirm", page).statusCode() == 200;
        return (operates ? "yes" : "no") + " " + (administers ? "yes" : "no");
    }

    /** Somebody with a browser, which keeps cookies and follows wherever it is sent. */
    private static final class Visitor {

        private final HttpClient browser = HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();

        HttpResponse<String> get(String path) {
            return send(HttpRequest.newBuilder(URI.create(world.hubUrl() + path)));
        }

        HttpResponse<String> signIn(String user) {
            HttpResponse<String> form = get("/oauth2/authorization/company");
            assertThat(form.uri().getHost()).isEqualTo("localhost");
            return post(
                    form.uri().resolve("/login"),
                    Map.of("username", user, "password", "pass-" + user, "_csrf", token(form.body())));
        }

        HttpResponse<String> post(String path, String page) {
            return post(URI.create(world.hubUrl() + path), Map.of("_csrf", token(page)));
        }

        private HttpResponse<String> post(URI address, Map<String, String> form) {
            String body = form.entrySet().stream()
                    .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                    .collect(Collectors.joining("&"));
            return send(HttpRequest.newBuilder(address)
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(body)));
        }

        private HttpResponse<String> send(HttpRequest.Builder request) {
            try {
                return browser.send(
                        request.header("Accept", "text/html").build(), HttpResponse.BodyHandlers.ofString());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }

        private static String token(String page) {
            Matcher token = TOKEN.matcher(page);
            assertThat(token.find()).as("a form with its token").isTrue();
            return token.group(1);
        }
    }
}
