package io.fulfillmenthub.sandbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The pagination tokens of searchOrders: opaque, good for 24 hours and for the same parameters only. */
@Component
@Profile("sandbox")
class AmazonPages {

    private static final Duration LIFETIME = Duration.ofHours(24);

    private final AmazonSeal seal;
    private final Clock clock;

    AmazonPages(SandboxSettings settings, ObjectProvider<Clock> clock) {
        this.seal = new AmazonSeal(settings.amazon().accounts().stream()
                .map(SandboxSettings.Account::refreshToken)
                .collect(Collectors.joining("|")));
        this.clock = clock.getIfUnique(Clock::systemUTC);
    }

    /** @param bound the upper bound of the whole listing, the same on every page */
    String token(String locked, Instant bound, AmazonWorld.Position last) {
        return seal.seal(String.join(
                "|",
                clock.instant().plus(LIFETIME).toString(),
                seal.fingerprint(locked),
                bound.toString(),
                last.updated().toString(),
                last.orderId()));
    }

    /** @return where the next page begins; a token that is foreign, too old or of another query is refused */
    Page open(String locked, String token) {
        String[] parts = seal.open(token)
                .map(text -> text.split("\\|", 5))
                .orElseThrow(() -> AmazonQuery.refuse("paginationToken is not valid."));
        if (clock.instant().isAfter(Instant.parse(parts[0]))) {
            throw AmazonQuery.refuse("paginationToken has expired.");
        }
        if (!parts[1].equals(seal.fingerprint(locked))) {
            throw AmazonQuery.refuse("The parameters differ from those the paginationToken was made for.");
        }
        return new Page(Instant.parse(parts[2]), new AmazonWorld.Position(Instant.parse(parts[3]), parts[4]));
    }

    /** The rest of a listing. */
    record Page(Instant bound, AmazonWorld.Position last) {}
}
