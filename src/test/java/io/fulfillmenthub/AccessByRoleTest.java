package io.fulfillmenthub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every address of a running hub, called by nobody, by a viewer, by an operator and by an administrator. */
class AccessByRoleTest {

    private static final Set<String> OPEN = Set.of("GET /login", "GET /error", "POST /error");
    private static final Set<String> SIGNED = Set.of("GET /api/events/commerce", "POST /api/events/commerce");
    private static final Set<String> ADMINS =
            Set.of("POST /read-only/confirm", "POST /api/read-only/confirm", "POST /api/erasure");
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private static final Set<Integer> REFUSED = Set.of(401, 403);

    private static HubWorld world;

    @BeforeAll
    static void open() {
        world = HubWorld.shared();
    }

    @Test
    void nobodySeesAnythingButTheLogin() throws Exception {
        HttpClient stranger = HttpClient.newHttpClient();
        for (String address : addresses()) {
            HttpResponse<String> answer = send(stranger, address, null, null);
            if (isApi(address)) {
                assertThat(answer.statusCode()).as(address).isEqualTo(401);
            } else if (address.startsWith("GET")) {
                assertThat(answer.statusCode()).as(address).isEqualTo(302);
                assertThat(answer.headers().firstValue("Location").orElse(""))
                        .as(address)
                        .endsWith("/login");
            } else {
                assertThat(answer.statusCode()).as(address).isEqualTo(403);
            }
        }
    }

    @Test
    void aViewerReadsEverythingAndChangesNothing() throws Exception {
        Session viewer = new Session("viewer");
        for (String address : addresses()) {
            assertThat(REFUSED.contains(viewer.call(address))).as(address).isEqualTo(address.startsWith("POST"));
        }
    }

    @Test
    void anOperatorRepairsAndLeavesToAdministratorsWhatIsTheirs() throws Exception {
        Session operator = new Session("repairer");
        for (String address : addresses()) {
            boolean theirs = ADMINS.contains(address) || address.matches("POST (/api)?/(routes|settings)/.*");
            assertThat(REFUSED.contains(operator.call(address))).as(address).isEqualTo(theirs);
        }
    }

    @Test
    void anAdministratorMayCallEverything() throws Exception {
        Session admin = new Session("operator");
        for (String address : addresses()) {
            assertThat(admin.call(address)).as(address).isNotIn(REFUSED);
        }
    }

    @Test
    void noAddressTakesAnotherMethodAndNoneIsOpenByMistake() throws Exception {
        Session admin = new Session("operator");
        assertThat(admin.call("DELETE /api/orders")).isEqualTo(403);
        assertThat(admin.call("PUT /api/summary")).isEqualTo(403);
        assertThat(addresses()).hasSizeGreaterThan(30);
    }

    @Test
    void theSessionOfALoginIsANewOne() throws Exception {
        Session viewer = new Session("viewer");
        assertThat(viewer.before).isNotEmpty().isNotEqualTo(viewer.cookie());
    }

    private static boolean isApi(String address) {
        return address.contains(" /api/");
    }

    /** Every address with its method; variables are filled so that nothing is found, only access is asked. */
    private static Set<String> addresses() {
        Set<String> addresses = new TreeSet<>();
        world.bean(DispatcherServlet.class).getHandlerMappings().stream()
                .filter(RequestMappingHandlerMapping.class::isInstance)
                .map(RequestMappingHandlerMapping.class::cast)
                .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                .forEach(info -> {
                    Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
                    for (String pattern : info.getPatternValues()) {
                        String path = pattern.replace("{reference}", "1").replaceAll("\\{[^}]+}", "x");
                        (methods.isEmpty() ? Set.of(RequestMethod.GET, RequestMethod.POST) : methods)
                                .forEach(method -> addresses.add(method + " " + path));
                    }
                });
        addresses.removeIf(address -> OPEN.contains(address)
                || SIGNED.contains(address)
                || address.contains(" /actuator")
                || address.contains(" /error")
                || address.contains(" /sandbox"));
        return addresses;
    }

    private static HttpResponse<String> send(HttpClient client, String address, String token, String user)
            throws IOException, InterruptedException {
        String[] parts = address.split(" ");
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(world.hubUrl() + parts[1]));
        if (user != null) {
            String basic = Base64.getEncoder().encodeToString((user + ":secret").getBytes(StandardCharsets.UTF_8));
            request.header("Authorization", "Basic " + basic);
        }
        String form = token == null ? "" : "_csrf=" + URLEncoder.encode(token, StandardCharsets.UTF_8);
        boolean json = isApi(address);
        request.header("Content-Type", json ? "application/json" : "application/x-www-form-urlencoded")
                .method(parts[0], HttpRequest.BodyPublishers.ofString(json ? "{}" : form));
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** A user who is logged in by the form for pages, and by Basic for the API. */
    private static final class Session {

        private final CookieManager cookies = new CookieManager();
        private final HttpClient client =
                HttpClient.newBuilder().cookieHandler(cookies).build();
        private final HttpClient program = HttpClient.newHttpClient();
        private final String user;
        private final String before;
        private final String token;

        Session(String user) throws Exception {
            this.user = user;
            String login = send(client, "GET /login", null, null).body();
            before = cookie();
            String form = "username=" + user + "&password=secret&_csrf="
                    + URLEncoder.encode(token(login), StandardCharsets.UTF_8);
            HttpRequest request = HttpRequest.newBuilder(URI.create(world.hubUrl() + "/login"))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(form))
                    .build();
            assertThat(client.send(request, HttpResponse.BodyHandlers.ofString())
                            .statusCode())
                    .isEqualTo(302);
            token = token(send(client, "GET /errors", null, null).body());
        }

        int call(String address) throws Exception {
            boolean api = isApi(address);
            return send(api ? program : client, address, token, api ? user : null)
                    .statusCode();
        }

        String cookie() {
            List<String> values = new ArrayList<>();
            cookies.getCookieStore().getCookies().forEach(cookie -> values.add(cookie.getValue()));
            return String.join(" ", values);
        }

        private static String token(String page) {
            Matcher matcher = TOKEN.matcher(page);
            assertThat(matcher.find()).as("a form with its token").isTrue();
            return matcher.group(1);
        }
    }
}
