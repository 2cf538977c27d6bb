package io.fulfillmenthub.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.NoSuchBeanDefinitionException;

class DayTest {

    private static final int LIMIT = 200;

    private final DayWorlds worlds = new DayWorlds(null);

    @Test
    void beginsWithSixteenOrdersInEveryState() {
        worlds.day(LIMIT).open();

        assertThat(kinds(worlds.amazon))
                .isEqualTo(Map.of(
                        "UNSHIPPED MERCHANT", 9L,
                        "SHIPPED AMAZON", 2L,
                        "UNSHIPPED AMAZON", 1L,
                        "PENDING MERCHANT", 2L,
                        "PENDING AMAZON", 1L,
                        "CANCELLED MERCHANT", 1L));
        assertThat(worlds.amazon.orders().toString().split("GADGET-2-OLD")).hasSize(2);
    }

    @Test
    void beginsWithOrdersOfTheLastHoursThatChangedAFewSecondsAgo() {
        worlds.day(LIMIT).open();
        Instant now = worlds.clock.instant();

        assertThat(worlds.amazon.orders()).allSatisfy(order -> {
            assertThat(Instant.parse(order.path("createdTime").asText()))
                    .isBetween(now.minus(Duration.ofHours(8)), now.minus(Duration.ofMinutes(1)));
            assertThat(Instant.parse(order.path("lastUpdatedTime").asText()))
                    .isBetween(now.minus(Duration.ofSeconds(10)), now.minus(Duration.ofSeconds(2)));
        });
    }

    @Test
    void seesOrdersOfAllKindsComeAndGo() {
        Day day = worlds.day(LIMIT);
        day.open();

        Set<String> seen = new TreeSet<>();
        for (int i = 0; i < 20; i++) {
            worlds.run(day, 30);
            seen.addAll(kinds(worlds.amazon).keySet());
        }

        assertThat(seen)
                .contains(
                        "PENDING MERCHANT",
                        "UNSHIPPED MERCHANT",
                        "CANCELLED MERCHANT",
                        "SHIPPED AMAZON",
                        "UNSHIPPED AMAZON");
        assertThat(worlds.amazon.orders())
                .extracting(order -> order.path("proceeds")
                        .path("grandTotal")
                        .path("currencyCode")
                        .asText())
                .contains("USD", "GBP", "EUR", "JPY");
        assertThat(worlds.amazon.orders().toString().split("GADGET-2-OLD")).hasSize(2);
    }

    @Test
    void makesOnlyOrdersWhoseMoneyAddsUp() {
        Day day = worlds.day(1000);
        day.open();
        worlds.run(day, 300);

        assertThat(worlds.amazon.orders()).hasSizeGreaterThan(100).allSatisfy(order -> {
            BigDecimal items = BigDecimal.ZERO;
            for (JsonNode item : order.path("orderItems")) {
                BigDecimal total = amount(item.path("proceeds").path("proceedsTotal"));
                assertThat(parts(item.path("proceeds"))).isEqualByComparingTo(total);
                items = items.add(total);
            }
            assertThat(amount(order.path("proceeds").path("grandTotal")))
                    .isEqualByComparingTo(items)
                    .isEqualByComparingTo(parts(order.path("proceeds")));
        });
    }

    @Test
    void cancelsAndVerifiesWhatWasPending() {
        Day day = worlds.day(1000);
        worlds.run(day, 300);

        List<ObjectNode> cancelled = worlds.amazon.orders().stream()
                .filter(order -> AmazonStatus.of(order) == AmazonStatus.CANCELLED)
                .toList();
        assertThat(cancelled)
                .isNotEmpty()
                .allSatisfy(order -> assertThat(
                                DayFate.of(order.path("orderId").asText()).cancelled())
                        .isTrue());
        assertThat(worlds.amazon.orders())
                .filteredOn(order -> AmazonStatus.of(order) == AmazonStatus.PENDING)
                .hasSizeLessThan(20);
    }

    @Test
    void letsNoNewOrdersArriveAtTheLimitButMovesOldOnesOn() {
        Day day = worlds.day(5);
        day.open();

        worlds.run(day, 60);

        assertThat(worlds.amazon.size()).isEqualTo(16);
        assertThat(kinds(worlds.amazon))
                .isEqualTo(Map.of("UNSHIPPED MERCHANT", 11L, "SHIPPED AMAZON", 4L, "CANCELLED MERCHANT", 1L));
    }

    @Test
    void passesTheSameWayWithTheSameSeed() {
        DayWorlds others = new DayWorlds(null);
        for (DayWorlds each : List.of(worlds, others)) {
            Day day = each.day(LIMIT);
            day.open();
            each.run(day, 50);
        }

        assertThat(others.amazon.orders()).isEqualTo(worlds.amazon.orders());
    }

    @Test
    void goesOnAfterARestartWithoutAnotherOpening(@TempDir Path directory) {
        DayWorlds before = new DayWorlds(directory);
        Day day = before.day(LIMIT);
        day.open();
        before.run(day, 10);
        int size = before.amazon.size();

        DayWorlds after = new DayWorlds(directory);
        Day next = after.day(LIMIT);
        next.open();
        assertThat(after.amazon.size()).isEqualTo(size);

        after.clock.move(DayWorlds.PACE.multipliedBy(10));
        after.run(next, 60);
        assertThat(after.amazon.size()).isGreaterThan(size);
        assertThat(before.amazon.orders())
                .allSatisfy(order -> assertThat(
                                after.amazon.find(order.path("orderId").asText()))
                        .hasValueSatisfying(found ->
                                assertThat(AmazonStatus.of(found).pending()).isFalse()));
    }

    @Test
    void staysQuietUnlessItIsSwitchedOn() {
        try (SandboxServer quiet = SandboxServer.start(0, Map.of());
                SandboxServer lively =
                        SandboxServer.start(0, Map.of("sandbox.day.enabled", true, "sandbox.day.pace", "PT1H"))) {
            assertThatThrownBy(() -> quiet.bean(Day.class)).isInstanceOf(NoSuchBeanDefinitionException.class);
            assertThat(quiet.bean(AmazonWorld.class).size()).isZero();
            assertThat(lively.bean(Day.class).isRunning()).isTrue();
            assertThat(lively.bean(AmazonWorld.class).size()).isEqualTo(16);
        }
    }

    @Test
    void refusesAPaceOfNothing() {
        assertThatThrownBy(() -> new DaySettings(true, Duration.ZERO, LIMIT, null))
                .hasMessageContaining("sandbox.day.pace");
    }

    private static Map<String, Long> kinds(AmazonWorld amazon) {
        return amazon.orders().stream()
                .map(order -> order.path("fulfillment"))
                .collect(Collectors.groupingBy(
                        fulfillment -> fulfillment.path("fulfillmentStatus").asText() + " "
                                + fulfillment.path("fulfilledBy").asText(),
                        Collectors.counting()));
    }

    private static BigDecimal parts(JsonNode proceeds) {
        BigDecimal sum = BigDecimal.ZERO;
        for (JsonNode breakdown : proceeds.path("breakdowns")) {
            sum = sum.add(amount(breakdown.path("subtotal")));
        }
        return sum;
    }

    private static BigDecimal amount(JsonNode money) {
        return new BigDecimal(money.path("amount").asText());
    }
}
