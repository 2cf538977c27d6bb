package io.fulfillmenthub.sandbox;

import com.fasterxml.jackson.databind.node.BooleanNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The selling partners, and the access tokens that Login with Amazon issues for them. */
@Component
@Profile("sandbox")
class AmazonAccess {

    private static final String PREFIX = "Atza|";
    private static final String CONSENT = "consent";

    private final List<SandboxSettings.Account> accounts;
    private final Duration lifetime;
    private final AmazonSeal seal;
    private final Journal consents;
    private final Set<String> withdrawn;
    private final Clock clock;

    AmazonAccess(SandboxSettings settings, ObjectProvider<Clock> clock) {
        this.accounts = settings.amazon().accounts();
        this.lifetime = settings.amazon().tokenLifetime();
        this.seal = new AmazonSeal(
                accounts.stream().map(SandboxSettings.Account::clientSecret).collect(Collectors.joining("|")));
        this.consents = settings.journal("amazon-consents.jsonl");
        this.withdrawn = ConcurrentHashMap.newKeySet();
        this.withdrawn.addAll(settings.amazon().withdrawn());
        this.withdrawn.removeAll(consents.read(CONSENT).keySet());
        this.clock = clock.getIfUnique(Clock::systemUTC);
    }

    /** @return the ids of all selling partners, in the order of the settings */
    List<String> partners() {
        return accounts.stream().map(SandboxSettings.Account::id).toList();
    }

    /** @return whether the seller lets the application in */
    boolean consents(String accountId) {
        return !withdrawn.contains(accountId);
    }

    /** Gives the seller's consent: the refresh token counts again, after a restart as well when the world is kept. */
    void authorise(String accountId) {
        if (withdrawn.remove(accountId)) {
            consents.write(CONSENT, accountId, BooleanNode.TRUE);
        }
    }

    boolean knowsClient(String clientId, String clientSecret) {
        return accounts.stream().anyMatch(account -> isClient(account, clientId, clientSecret));
    }

    Optional<SandboxSettings.Account> authorisedBy(String clientId, String clientSecret, String refreshToken) {
        return accounts.stream()
                .filter(account -> isClient(account, clientId, clientSecret)
                        && account.refreshToken().equals(refreshToken)
                        && consents(account.id()))
                .findFirst();
    }

    /** @param subject the account the token speaks for, or the scope of a grantless one */
    String issue(String subject) {
        long expiry = clock.instant().plus(lifetime).toEpochMilli();
        return PREFIX + seal.seal(expiry + "|" + subject + "|" + UUID.randomUUID());
    }

    long lifetimeSeconds() {
        return lifetime.toSeconds();
    }

    /** @return the account an access token speaks for; a token of nobody's is refused */
    SandboxSettings.Account accountOf(String token) {
        String subject = subject(token);
        return accounts.stream()
                .filter(account -> account.id().equals(subject))
                .findFirst()
                .orElseThrow(() -> AmazonRefusal.unauthorized("The access token speaks for no selling partner."));
    }

    /** Lets a grantless token of that scope through, and no other. */
    void requireScope(String token, String scope) {
        if (!subject(token).equals("scope " + scope)) {
            throw AmazonRefusal.unauthorized("The access token was not issued for " + scope + ".");
        }
    }

    private String subject(String token) {
        if (token == null || token.isBlank()) {
            throw AmazonRefusal.unauthorized("Access token is missing in the request header.");
        }
        String[] parts = Optional.of(token)
                .filter(text -> text.startsWith(PREFIX))
                .flatMap(text -> seal.open(text.substring(PREFIX.length())))
                .map(text -> text.split("\\|"))
                .orElseThrow(
                        () -> AmazonRefusal.unauthorized("The access token you provided is revoked or malformed."));
        if (!clock.instant().isBefore(Instant.ofEpochMilli(Long.parseLong(parts[0])))) {
            throw AmazonRefusal.unauthorized("The access token you provided has expired.");
        }
        return parts[1];
    }

    private static boolean isClient(SandboxSettings.Account account, String clientId, String clientSecret) {
        return account.clientId().equals(clientId) && account.clientSecret().equals(clientSecret);
    }
}
