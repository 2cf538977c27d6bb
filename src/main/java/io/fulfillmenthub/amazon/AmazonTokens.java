package io.fulfillmenthub.amazon;

import io.fulfillmenthub.amazon.AmazonSettings.Account;
import io.fulfillmenthub.order.ReasonCode;
import io.fulfillmenthub.order.RejectedException;
import io.fulfillmenthub.order.RemoteFailure;
import io.fulfillmenthub.order.RetryableException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** The access tokens of Login with Amazon, one per account and one for what needs no seller, kept in memory; one caller at a time asks for a new one. */
public class AmazonTokens {

    private static final Duration RENEWED_BEFORE_EXPIRY = Duration.ofSeconds(300);
    private static final long PATIENCE_SECONDS = 60;
    private static final Set<String> BUSY = Set.of("server_error", "temporarily_unavailable");

    private final AmazonSettings settings;
    private final Function<String, Account> accounts;
    private final Clock clock;
    private final Map<String, Token> tokens = new ConcurrentHashMap<>();
    private final Map<String, Semaphore> turns = new ConcurrentHashMap<>();

    /** @param accounts the accounts by id, with their secrets of this moment */
    AmazonTokens(AmazonSettings settings, Function<String, Account> accounts, Clock clock) {
        this.settings = settings;
        this.accounts = accounts;
        this.clock = clock;
    }

    /**
     * Gives a call the account's token, or the turn to ask for one: then {@link #release} must follow.
     *
     * @return the call; without a token when the caller has the turn
     * @throws RetryableException when another caller's request takes more than a minute
     */
    public AmazonCall authorise(AmazonCall call) {
        String known = current(subject(call));
        if (known != null) {
            return call.withToken(known);
        }
        take(turn(subject(call)));
        String renewed = current(subject(call));
        if (renewed != null) {
            release(call);
        }
        return call.withToken(renewed);
    }

    /** @return whether the caller has the turn to ask for a token */
    public boolean due(AmazonCall call) {
        return call.token() == null;
    }

    /** @return the request for a token on behalf of a call */
    public AmazonCall request(AmazonCall call) {
        Account account = accounts.apply(call.accountId());
        String grant = call.operation().grantless()
                ? "grant_type=client_credentials&scope=" + encoded("sellingpartnerapi::notifications")
                : "grant_type=refresh_token&refresh_token=" + encoded(account.refreshToken());
        String form = grant + "&client_id=" + encoded(account.clientId()) + "&client_secret="
                + encoded(account.clientSecret());
        return AmazonCall.post(
                AmazonOperation.TOKEN,
                account.id(),
                call,
                URI.create(settings.tokenUrl().strip()),
                "application/x-www-form-urlencoded",
                form);
    }

    /**
     * Keeps the token that was granted until shortly before it expires.
     *
     * @return the call it was asked for, with the token
     * @throws RejectedException when the account's authorisation is refused
     * @throws RetryableException when Login with Amazon is busy or broken
     */
    public AmazonCall keep(AmazonCall request) {
        AmazonAnswer answer = request.answer();
        String value =
                answer.json() == null ? "" : answer.json().path("access_token").asText("");
        if (!answer.successful() || value.isBlank()) {
            throw refusal(request);
        }
        Duration life =
                Duration.ofSeconds(Math.max(1, answer.json().path("expires_in").asLong(3600)));
        Duration shortened = life.minus(RENEWED_BEFORE_EXPIRY);
        Duration half = life.dividedBy(2);
        Duration use = shortened.compareTo(half) > 0 ? shortened : half;
        tokens.put(subject(request), new Token(value, clock.instant().plus(use)));
        return ((AmazonCall) request.question()).withToken(value);
    }

    /** Ends the turn to ask for a token; the next waiting caller goes on. */
    public void release(AmazonCall call) {
        turn(subject(call)).release();
    }

    /** @return the call without the token that Amazon refused; a newer one that another caller got stays */
    public AmazonCall drop(AmazonCall call) {
        tokens.computeIfPresent(subject(call), (subject, token) -> token.value.equals(call.token()) ? null : token);
        return call.withToken(null);
    }

    /** @return whom the token speaks for: the seller, or the application of its account */
    private static String subject(AmazonCall call) {
        AmazonCall asked = call.question() instanceof AmazonCall original ? original : call;
        return asked.operation().grantless() ? call.accountId() + " without a seller" : call.accountId();
    }

    private String current(String subject) {
        Token token = tokens.get(subject);
        return token != null && clock.instant().isBefore(token.usableUntil) ? token.value : null;
    }

    private Semaphore turn(String subject) {
        return turns.computeIfAbsent(subject, fresh -> new Semaphore(1, true));
    }

    private static void take(Semaphore turn) {
        try {
            if (!turn.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new RetryableException("Another call still waits for Login with Amazon", null, null);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RetryableException("The wait for Login with Amazon was interrupted", null, e);
        }
    }

    private RuntimeException refusal(AmazonCall request) {
        AmazonAnswer answer = request.answer();
        String code = answer.json() == null ? "" : answer.json().path("error").asText("");
        RemoteFailure failure = new RemoteFailure(
                "amazon",
                request.accountId(),
                request.operation().id(),
                answer.status(),
                code.isBlank() ? "HTTP " + answer.status() : AmazonFailures.shortened(code),
                "Login with Amazon gave no token",
                answer.requestId());
        boolean busy = answer.status() >= 500 || answer.status() == 429 || answer.status() == 408;
        if (busy || BUSY.contains(code) || code.isBlank()) {
            return new RetryableException("Login with Amazon is busy or broken", failure, null);
        }
        return new RejectedException(ReasonCode.AMAZON_UNAUTHORISED, sentence(request.accountId(), code), failure);
    }

    private String sentence(String accountId, String code) {
        String key = settings.key(accountId);
        return switch (code) {
            case "invalid_grant" ->
                "Login with Amazon refuses " + key + ".refresh-token: authorise the application"
                        + " again in Seller Central and set the new one.";
            case "invalid_client" ->
                "Login with Amazon refuses " + key + ".client-id or " + key
                        + ".client-secret: set the current ones; a secret must be renewed every 180 days.";
            case "unauthorized_client" ->
                "Login with Amazon does not let " + key + ".client-id use " + key
                        + ".refresh-token: set the pair that belongs together.";
            default ->
                "Login with Amazon refuses the account (" + AmazonFailures.shortened(code) + "): check " + key
                        + ".client-id, .client-secret and .refresh-token.";
        };
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text.strip(), StandardCharsets.UTF_8);
    }

    private record Token(String value, Instant usableUntil) {}
}
