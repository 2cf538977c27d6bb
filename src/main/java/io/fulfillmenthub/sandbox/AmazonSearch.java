package io.fulfillmenthub.sandbox;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Finds the orders of a seller that searchOrders lists, page by page. */
@Component
@Profile("sandbox")
class AmazonSearch {

    private final AmazonWorld world;
    private final AmazonPages pages;
    private final Duration lag;
    private final Clock clock;
    private final ObjectMapper json;

    AmazonSearch(
            AmazonWorld world,
            AmazonPages pages,
            SandboxSettings settings,
            ObjectProvider<Clock> clock,
            ObjectMapper json) {
        this.world = world;
        this.pages = pages;
        this.lag = settings.amazon().availabilityLag();
        this.clock = clock.getIfUnique(Clock::systemUTC);
        this.json = json;
    }

    ObjectNode page(SandboxSettings.Account account, AmazonQuery query) {
        Instant visible = clock.instant().truncatedTo(ChronoUnit.MILLIS).minus(lag);
        Instant asked = query.before(clock.instant(), lag).orElse(visible);
        String locked = account.id() + "?" + query.lockedParameters();
        AmazonPages.Page from = query.paginationToken()
                .map(token -> pages.open(locked, token))
                .orElseGet(() -> new AmazonPages.Page(asked, start(query)));
        int size = query.pageSize();
        List<AmazonWorld.Entry> found =
                world.behind(from.last(), filter(account, query, from.bound(), visible), size + 1);
        ObjectNode answer = json.createObjectNode();
        Set<AmazonDataset> included = query.included();
        ArrayNode orders = answer.putArray("orders");
        found.stream().limit(size).forEach(entry -> orders.add(AmazonView.of(entry.document(), included)));
        if (found.size() > size) {
            AmazonWorld.Position last = found.get(size - 1).position();
            answer.putObject("pagination").put("nextToken", pages.token(locked, from.bound(), last));
        }
        return answer.put(
                query.byUpdate() ? "lastUpdatedBefore" : "createdBefore",
                from.bound().toString());
    }

    private static AmazonWorld.Position start(AmazonQuery query) {
        return new AmazonWorld.Position(query.byUpdate() ? query.after() : Instant.EPOCH, "");
    }

    private static Predicate<AmazonWorld.Entry> filter(
            SandboxSettings.Account account, AmazonQuery query, Instant bound, Instant visible) {
        boolean byUpdate = query.byUpdate();
        Instant after = query.after();
        Set<AmazonStatus> statuses = query.statuses();
        Set<String> marketplaces = query.marketplaceIds();
        Set<String> fulfilledBy = query.fulfilledBy();
        return entry -> {
            Instant time = byUpdate ? entry.position().updated() : entry.created();
            ObjectNode order = entry.document();
            String marketplace = AmazonView.marketplaceOf(order);
            return !time.isBefore(after)
                    && !time.isAfter(bound)
                    && !entry.position().updated().isAfter(visible)
                    && account.marketplaceIds().contains(marketplace)
                    && (marketplaces.isEmpty() || marketplaces.contains(marketplace))
                    && (statuses.isEmpty() || statuses.contains(AmazonStatus.of(order)))
                    && (fulfilledBy.isEmpty()
                            || fulfilledBy.contains(order.path("fulfillment")
                                    .path("fulfilledBy")
                                    .asText()));
        };
    }
}
