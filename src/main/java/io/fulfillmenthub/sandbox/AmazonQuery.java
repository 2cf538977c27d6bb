package io.fulfillmenthub.sandbox;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.util.MultiValueMap;

/** The query of searchOrders or getOrder, read by the rules Amazon publishes for its parameters. */
final class AmazonQuery {

    private static final String INVALID = "The input you have submitted is not valid.";
    private static final Set<String> FREE_BETWEEN_PAGES =
            Set.of("paginationToken", "maxResultsPerPage", "includedData");

    private final Map<String, String> parameters = new TreeMap<>();

    AmazonQuery(MultiValueMap<String, String> query) {
        query.forEach((name, values) -> parameters.put(name, String.join(",", values)));
    }

    /** @return whether the query asks for updates rather than for creations; both or neither is refused */
    boolean byUpdate() {
        boolean updated = text("lastUpdatedAfter").isPresent();
        if (updated == text("createdAfter").isPresent()) {
            throw refuse("Provide exactly one of createdAfter and lastUpdatedAfter.");
        }
        return updated;
    }

    Instant after() {
        return time(byUpdate() ? "lastUpdatedAfter" : "createdAfter").orElseThrow();
    }

    /** @return the upper bound asked for; one that is too young or belongs to the other "After" is refused */
    Optional<Instant> before(Instant now, Duration lag) {
        if (text(byUpdate() ? "createdBefore" : "lastUpdatedBefore").isPresent()) {
            throw refuse("createdBefore goes with createdAfter, lastUpdatedBefore with lastUpdatedAfter.");
        }
        Optional<Instant> before = time(byUpdate() ? "lastUpdatedBefore" : "createdBefore");
        if (before.filter(bound -> bound.isBefore(after())).isPresent()) {
            throw refuse("The Before date must be equal to or after the After date.");
        }
        if (before.filter(bound -> bound.isAfter(now.minus(lag))).isPresent()) {
            throw refuse("The Before date must be at least " + lag + " before the time of the request.");
        }
        return before;
    }

    Set<AmazonStatus> statuses() {
        return values("fulfillmentStatuses", AmazonStatus.class);
    }

    Set<AmazonDataset> included() {
        return values("includedData", AmazonDataset.class);
    }

    Set<String> fulfilledBy() {
        Set<String> values = Set.copyOf(list("fulfilledBy"));
        if (!Set.of("MERCHANT", "AMAZON").containsAll(values)) {
            throw refuse("fulfilledBy has an unknown value.");
        }
        return values;
    }

    Set<String> marketplaceIds() {
        List<String> ids = list("marketplaceIds");
        if (ids.size() > 50) {
            throw refuse("marketplaceIds takes at most 50 values.");
        }
        return Set.copyOf(ids);
    }

    int pageSize() {
        String size = text("maxResultsPerPage").orElse("100");
        if (!size.matches("[1-9][0-9]?|100")) {
            throw refuse("maxResultsPerPage must be between 1 and 100.");
        }
        return Integer.parseInt(size);
    }

    Optional<String> paginationToken() {
        return text("paginationToken");
    }

    /** @return what must be the same on every page */
    String lockedParameters() {
        return parameters.entrySet().stream()
                .filter(entry -> !FREE_BETWEEN_PAGES.contains(entry.getKey()))
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining("&"));
    }

    static AmazonRefusal refuse(String details) {
        return AmazonRefusal.invalid(INVALID, details);
    }

    private <E extends Enum<E>> Set<E> values(String name, Class<E> type) {
        Map<String, E> known = EnumSet.allOf(type).stream().collect(Collectors.toMap(Enum::name, constant -> constant));
        Set<E> values = EnumSet.noneOf(type);
        for (String value : list(name)) {
            values.add(
                    Optional.ofNullable(known.get(value)).orElseThrow(() -> refuse(name + " has an unknown value.")));
        }
        return values;
    }

    private List<String> list(String name) {
        return text(name).map(text -> Arrays.asList(text.split(","))).orElse(List.of());
    }

    private Optional<Instant> time(String name) {
        return text(name).map(text -> {
            try {
                return OffsetDateTime.parse(text).toInstant();
            } catch (DateTimeException e) {
                throw refuse(name + " must be a date and time in ISO 8601 format.");
            }
        });
    }

    private Optional<String> text(String name) {
        return Optional.ofNullable(parameters.get(name)).filter(text -> !text.isBlank());
    }
}
