package io.fulfillmenthub.commerce;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fulfillmenthub.order.ReasonCode;
import io.fulfillmenthub.order.RejectedException;
import io.fulfillmenthub.order.RemoteFailure;
import io.fulfillmenthub.order.RetryableException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Adobe's access tokens for the cloud service (IMS, client credentials), kept until shortly before they expire. The one call
 * outside the routes: a token is part of every other call, and asking for it changes nothing.
 */
final class ImsTokens implements Authorisation {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final Duration MARGIN = Duration.ofMinutes(1);
    private static final String SCOPE =
            "openid,AdobeID,email,profile,additional_info.roles,additional_info.projectedProductContext,commerce.accs";

    private final Supplier<CommerceSettings> settings;
    private final Clock clock;
    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
    private Token token;

    /** @param settings with the secrets of the moment, read whenever a token is asked for */
    ImsTokens(Supplier<CommerceSettings> settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Identifies the hub by Adobe's token.
     *
     * @throws RetryableException when Adobe cannot be reached
     * @throws RejectedException when Adobe refuses the credentials
     */
    @Override
    public Map<String, String> headers(String method, CommerceUrl url) {
        Token current = current();
        return Map.of(
                "Authorization", "Bearer " + current.value(),
                "x-api-key", current.owner().clientId(),
                "x-gw-ims-org-id", current.owner().orgId());
    }

    /** Forgets a refused token; one that Adobe gave within the last minute was no help, and the next will not be either. */
    @Override
    public synchronized boolean renew() {
        boolean old = token != null && token.since().plus(MARGIN).isBefore(clock.instant());
        token = null;
        return old;
    }

    private synchronized Token current() {
        if (token == null || !token.until().minus(MARGIN).isAfter(clock.instant())) {
            token = fetch();
        }
        return token;
    }

    private Token fetch() {
        CommerceSettings owner = settings.get();
        try {
            HttpResponse<byte[]> answer = http.send(request(owner), BodyHandlers.ofByteArray());
            if (answer.statusCode() != 200) {
                throw refusal(answer.statusCode());
            }
            Answer read = json.readValue(answer.body(), Answer.class);
            if (read.accessToken() == null) {
                throw unreachable("no token", null);
            }
            return new Token(
                    read.accessToken(), owner, clock.instant(), clock.instant().plusSeconds(read.expiresIn()));
        } catch (JsonProcessingException e) {
            throw unreachable("an unreadable answer", null);
        } catch (IOException e) {
            throw unreachable(e.getClass().getSimpleName(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unreachable("an interruption", e);
        }
    }

    private static HttpRequest request(CommerceSettings settings) {
        Map<String, String> form = Map.of(
                "grant_type",
                "client_credentials",
                "client_id",
                settings.clientId(),
                "client_secret",
                settings.clientSecret(),
                "scope",
                SCOPE);
        String body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + CommerceUrl.encode(field.getValue()))
                .collect(Collectors.joining("&"));
        return HttpRequest.newBuilder(URI.create(settings.tokenUrl()))
                .timeout(TIMEOUT)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body))
                .build();
    }

    private static RuntimeException refusal(int status) {
        if (status == 429 || status >= 500) {
            return unreachable("status " + status, null);
        }
        return new RejectedException(
                ReasonCode.COMMERCE_UNAUTHORISED,
                "Adobe refuses the credentials; check commerce.client-id and commerce.client-secret",
                failure(status, "refused"));
    }

    private static RetryableException unreachable(String what, Throwable cause) {
        return new RetryableException("Adobe gave no access token: " + what, failure(0, what), cause);
    }

    private static RemoteFailure failure(int status, String what) {
        return new RemoteFailure("commerce", null, "ims-token", status, what, "Adobe gave no access token", null);
    }

    private record Token(String value, CommerceSettings owner, Instant since, Instant until) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Answer(
            @JsonProperty("access_token") String accessToken,
            @JsonProperty("expires_in") long expiresIn) {}
}
