package io.fulfillmenthub.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.fulfillmenthub.MeasuredPage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** What many seller accounts cost a hub that has nothing to import: {@code ./mvnw -Pbench verify -Dbench.only=Accounts}. */
class AccountsBenchmark {

    private static final List<Integer> ACCOUNTS = List.of(1, 100, 1_000);

    /** The routes of a thousand accounts do not fit into the 256 MB of the other benchmarks. */
    private static final String HEAP = "-Xmx1g";

    @Test
    void tellsWhatAnAccountCosts() {
        List<String> rows = new ArrayList<>();
        try (BenchWorld world = new BenchWorld()) {
            for (int accounts : ACCOUNTS) {
                world.newDatabase();
                world.joinHub(Launch.shipped().with(HEAP), settings(world, accounts));
                awaitPolls(world, accounts);
                rows.add(row(world, accounts));
                System.out.println(rows.get(rows.size() - 1));
                world.stopHubs();
            }
        }
        MeasuredPage.CAPACITY.replace(
                "accounts",
                "With `" + HEAP
                        + "`:\n\n| accounts | started after | resident memory | all polled within | CPU of the hub a poll |\n|---:|---:|---:|---:|---:|\n"
                        + String.join("\n", rows));
        assertThat(rows).hasSameSizeAs(ACCOUNTS);
    }

    private static String row(BenchWorld world, int accounts) {
        world.ledger().sql("update lanes set last_success_at = null").update();
        double cpu = world.hubCpuSeconds();
        long start = System.nanoTime();
        world.console().post("/api/sync", Map.of());
        awaitPolls(world, accounts);
        double seconds = (System.nanoTime() - start) / 1e9;
        return String.format(
                Locale.ROOT,
                "| %d | %.1f s | %.0f MB | %.1f s | %.1f ms |",
                accounts,
                world.startSeconds(),
                world.hub().residentMegabytes(),
                seconds,
                1000 * (world.hubCpuSeconds() - cpu) / accounts);
    }

    private static void awaitPolls(BenchWorld world, int accounts) {
        Awaitility.await("every account is polled")
                .atMost(Duration.ofMinutes(5))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> world.ledger()
                                .sql(
                                        "select count(*) from lanes where lane like 'amazon-orders/%' and last_success_at is not null")
                                .query(Long.class)
                                .single()
                        == accounts);
    }

    /** Every account is one of the same seller; to the hub they are as different as any. */
    private static Map<String, Object> settings(BenchWorld world, int accounts) {
        Map<String, Object> settings = new LinkedHashMap<>();
        for (int i = 0; i < accounts; i++) {
            String prefix = "amazon.accounts[" + i + "].";
            settings.put(prefix + "id", "a" + i);
            settings.put(prefix + "endpoint", world.worlds().url() + "/amazon");
            settings.put(prefix + "client-id", "amzn1.application-oa2-client.sandbox-us");
            settings.put(prefix + "client-secret", "amzn1.oa2-cs.v1.sandbox-us");
            settings.put(prefix + "refresh-token", "Atzr|sandbox-us");
            settings.put(prefix + "marketplace-ids[0]", "ATVPDKIKX0DER");
        }
        return settings;
    }
}
