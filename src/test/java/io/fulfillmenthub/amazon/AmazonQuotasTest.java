package io.fulfillmenthub.amazon;

import static io.fulfillmenthub.amazon.AmazonOperation.CONFIRM_SHIPMENT;
import static io.fulfillmenthub.amazon.AmazonOperation.GET_ORDER;
import static io.fulfillmenthub.amazon.AmazonOperation.SEARCH_ORDERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.fulfillmenthub.amazon.AmazonSettings.RateLimit;
import io.fulfillmenthub.amazon.AmazonSettings.RateLimits;
import io.fulfillmenthub.order.QuotaExhaustedException;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class AmazonQuotasTest {

    private static final String BACKDATE =
            "UPDATE quota_buckets SET refilled_at = refilled_at - make_interval(secs => ?)";

    private static EmbeddedPostgres postgres;
    private static JdbcClient jdbc;

    @BeforeAll
    static void startDatabase() throws IOException {
        postgres = EmbeddedPostgres.builder().start();
        jdbc = JdbcClient.create(postgres.getPostgresDatabase());
        jdbc.sql("""
                CREATE TABLE quota_buckets (account_id text, operation text, tokens double precision,
                rate double precision, burst double precision, refilled_at timestamptz, paused_until timestamptz,
                PRIMARY KEY (account_id, operation))""").update();
    }

    @AfterAll
    static void stopDatabase() throws IOException {
        postgres.close();
    }

    @BeforeEach
    void emptyTable() {
        jdbc.sql("TRUNCATE quota_buckets").update();
    }

    @Test
    void startsWithAFullBucketAndThenTellsHowLongToWait() {
        AmazonQuotas quotas = quotas(0.01, 3);
        IntStream.range(0, 3).forEach(i -> quotas.take("us", SEARCH_ORDERS));

        QuotaExhaustedException exhausted = exhausted(quotas, SEARCH_ORDERS);

        assertThat(exhausted.notBefore().orElseThrow()).isBetween(Duration.ofSeconds(50), Duration.ofSeconds(103));
        assertThat(exhausted).hasMessageContaining("search-orders");
    }

    @Test
    void refillsWithTimeButNeverBeyondTheBurst() {
        AmazonQuotas quotas = quotas(0.01, 3);
        IntStream.range(0, 3).forEach(i -> quotas.take("us", SEARCH_ORDERS));
        jdbc.sql(BACKDATE).param(100_000).update();

        IntStream.range(0, 3).forEach(i -> quotas.take("us", SEARCH_ORDERS));

        assertThat(exhausted(quotas, SEARCH_ORDERS)).isNotNull();
    }

    @Test
    void keepsAccountsAndOperationsApart() {
        AmazonQuotas quotas = quotas(0.01, 1);
        quotas.take("us", SEARCH_ORDERS);

        assertThatCode(() -> quotas.take("eu", SEARCH_ORDERS)).doesNotThrowAnyException();
        assertThatCode(() -> quotas.take("us", CONFIRM_SHIPMENT)).doesNotThrowAnyException();
    }

    @Test
    void waitsForQuotasThatRefillQuickly() {
        AmazonQuotas quotas = quotas(10, 1);
        long start = System.nanoTime();

        IntStream.range(0, 3).forEach(i -> quotas.take("us", CONFIRM_SHIPMENT));

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(150));
    }

    @Test
    void sharesOneBucketAmongAllNodesHoweverManyThreadsAsk() throws Exception {
        double rate = 0.05;
        List<AmazonQuotas> nodes = List.of(quotas(rate, 10), quotas(rate, 10));
        ExecutorService threads = Executors.newFixedThreadPool(8);
        long start = System.nanoTime();
        List<Callable<Integer>> askers = IntStream.range(0, 8)
                .mapToObj(i -> (Callable<Integer>) () -> taken(nodes.get(i % 2), 20))
                .toList();

        int taken = 0;
        for (Future<Integer> count : threads.invokeAll(askers)) {
            taken += count.get();
        }
        threads.shutdownNow();

        double seconds = (System.nanoTime() - start) / 1e9;
        assertThat(taken).isBetween(10, (int) Math.floor(10 + rate * seconds));
    }

    @Test
    void learnsTheRateThatAmazonReports() {
        AmazonQuotas quotas = quotas(0.01, 1);
        quotas.take("us", SEARCH_ORDERS);

        quotas.learn("us", SEARCH_ORDERS, " 0.5 ");

        assertThat(rate()).isEqualTo(0.5);
        assertThat(exhausted(quotas, SEARCH_ORDERS).notBefore().orElseThrow()).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void ignoresRatesThatAreNone() {
        AmazonQuotas quotas = quotas(0.01, 1);
        quotas.take("us", SEARCH_ORDERS);

        List.of("", "0", "-1", "NaN", "Infinity", "soon").forEach(text -> quotas.learn("us", SEARCH_ORDERS, text));

        assertThat(rate()).isEqualTo(0.01);
    }

    @Test
    void pausesOnlyTheLaneThatAmazonRefusedAndForAtLeastOneRequestsTime() {
        AmazonQuotas quotas = quotas(0.01, 5);
        quotas.take("us", SEARCH_ORDERS);
        quotas.take("us", GET_ORDER);

        Duration pause = quotas.refused("us", SEARCH_ORDERS);

        assertThat(pause).isBetween(Duration.ofSeconds(100), Duration.ofMillis(125_001));
        assertThat(exhausted(quotas, SEARCH_ORDERS).notBefore().orElseThrow()).isPositive();
        assertThatCode(() -> quotas.take("us", GET_ORDER)).doesNotThrowAnyException();
    }

    @Test
    void staysPausedThoughTheBucketRefills() {
        AmazonQuotas quotas = quotas(0.01, 5);
        quotas.take("us", SEARCH_ORDERS);
        quotas.pause("us", SEARCH_ORDERS, Duration.ofHours(1));
        jdbc.sql(BACKDATE).param(100_000).update();

        assertThat(exhausted(quotas, SEARCH_ORDERS).notBefore().orElseThrow()).isGreaterThan(Duration.ofMinutes(50));
    }

    @Test
    void takesOverChangedSettingsAtTheNextStartWithoutAFreshBurst() {
        AmazonQuotas before = quotas(0.01, 2);
        before.take("us", SEARCH_ORDERS);
        before.take("us", SEARCH_ORDERS);

        AmazonQuotas after = quotas(0.02, 50);

        assertThat(exhausted(after, SEARCH_ORDERS)).isNotNull();
        assertThat(rate()).isEqualTo(0.02);
    }

    @Test
    void createsABucketAnewThatWasDeleted() {
        AmazonQuotas quotas = quotas(0.01, 1);
        quotas.take("us", GET_ORDER);
        jdbc.sql("TRUNCATE quota_buckets").update();

        assertThatCode(() -> quotas.take("us", GET_ORDER)).doesNotThrowAnyException();
    }

    private static int taken(AmazonQuotas quotas, int tries) {
        int taken = 0;
        for (int i = 0; i < tries; i++) {
            try {
                quotas.take("us", SEARCH_ORDERS);
                taken++;
            } catch (QuotaExhaustedException exhausted) {
                continue;
            }
        }
        return taken;
    }

    private static QuotaExhaustedException exhausted(AmazonQuotas quotas, AmazonOperation operation) {
        return catchThrowableOfType(QuotaExhaustedException.class, () -> quotas.take("us", operation));
    }

    private static double rate() {
        return jdbc.sql("SELECT rate FROM quota_buckets").query(Double.class).single();
    }

    private static AmazonQuotas quotas(double rate, double burst) {
        RateLimit limit = new RateLimit(rate, burst);
        AmazonSettings settings = new AmazonSettings(
                "https://example.com/token",
                "test",
                new RateLimits(limit, limit, limit),
                List.of(),
                Map.of(),
                List.of(),
                Map.of(),
                new NotificationSettings(true, Map.of(), "", "", ""));
        return new AmazonQuotas(jdbc, settings);
    }
}
