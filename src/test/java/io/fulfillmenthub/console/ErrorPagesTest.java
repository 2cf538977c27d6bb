package io.fulfillmenthub.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Errors over a real connection, since only a server dispatches to the page of an error. */
@ConsoleTest
class ErrorPagesTest {

    private final HttpClient http = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @Test
    void showsAPageOfOurOwnWhenAFormHasNoToken() throws Exception {
        HttpResponse<String> answer = send(request("/login").POST(HttpRequest.BodyPublishers.ofString("username=x")));
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("Not allowed", "/console.css").doesNotContain("Whitelabel", "Exception");
    }

    @Test
    void showsAPageOfOurOwnForWhatIsNotThere() throws Exception {
        HttpResponse<String> answer = send(request("/webjars/nothing.js").GET());
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("Not here").doesNotContain("Whitelabel", "Exception");
        assertThat(answer.headers().firstValue("Content-Security-Policy")).isPresent();
    }

    @Test
    void answersProgramsInJson() throws Exception {
        HttpResponse<String> answer = send(request("/api/nothing")
                .setHeader("Accept", "application/json")
                .header("Authorization", basic("operator", "correct horse"))
                .GET());
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("\"error\"").doesNotContain("trace", "Exception");
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Accept", "text/html")
                .header("Content-Type", "application/x-www-form-urlencoded");
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static String basic(String name, String password) {
        byte[] both = (name + ":" + password).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(both);
    }
}
