package io.fulfillmenthub.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The hub as it ships, its database with durable commits and both outside worlds, each in processes of its own. */
final class BenchWorld implements AutoCloseable {

    private static final Path FOLDER = Path.of("target/bench");

    private static final Duration REST = Duration.ofSeconds(2);
    private static final double AT_REST = 0.1;

    private final EmbeddedPostgres postgres;
    private final Worlds worlds;
    private final List<MeasuredProcess> hubs = new ArrayList<>();
    private String databaseUrl;
    private Http console;
    private JdbcClient ledger;
    private double startSeconds;
    private double startCpuSeconds;

    BenchWorld() {
        try {
            Files.createDirectories(FOLDER);
            postgres = EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("full_page_writes", "on")
                    .setServerConfig("max_connections", "100")
                    .setServerConfig("shared_buffers", "64MB")
                    .setServerConfig("logging_collector", "on")
                    .setServerConfig("log_directory", databaseLogs().toString())
                    .setPGStartupWait(Duration.ofMinutes(1))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        worlds = new Worlds(FOLDER, Launch.JAVA);
    }

    /** Starts a hub on an empty database. @param settings beyond those that every hub of the benchmark has */
    void startHub(Map<String, Object> settings) {
        newDatabase();
        joinHub(settings);
    }

    /** Hubs that are started from now on have an empty database. */
    void newDatabase() {
        String database = "bench_" + System.nanoTime();
        JdbcClient.create(postgres.getPostgresDatabase())
                .sql("create database " + database)
                .update();
        databaseUrl = postgres.getJdbcUrl("postgres", database);
        ledger = JdbcClient.create(new DriverManagerDataSource(databaseUrl + "&ApplicationName=" + Statements.OWN));
    }

    /** Starts another hub on the same database. */
    void joinHub(Map<String, Object> settings) {
        joinHub(Launch.shipped(), settings);
    }

    /** Starts another hub on the same database, in a way of its own. */
    void joinHub(Launch launch, Map<String, Object> settings) {
        int port = Http.freePort();
        console = new Http("http://127.0.0.1:" + port);
        Map<String, Object> all = settings(port, databaseUrl + "&reWriteBatchedInserts=true");
        all.putAll(settings);
        long start = System.nanoTime();
        hubs.add(launch.start(FOLDER.resolve("hub-" + hubs.size() + ".log"), all));
        Awaitility.await("the hub is up; see target/bench/hub-*.log")
                .atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(50))
                .ignoreExceptions()
                .until(() -> console.get("/actuator/health/readiness")
                        .path("status")
                        .asText()
                        .equals("UP"));
        startSeconds = (System.nanoTime() - start) / 1e9;
        startCpuSeconds = hubs.get(hubs.size() - 1).cpuSeconds();
    }

    /** @return from the start of the process to the first healthy answer, an empty database being migrated first */
    double startSeconds() {
        return startSeconds;
    }

    /** @return the hub's processor time for that */
    double startCpuSeconds() {
        return startCpuSeconds;
    }

    void stopHubs() {
        hubs.forEach(MeasuredProcess::close);
        hubs.clear();
    }

    /** @return the first hub */
    MeasuredProcess hub() {
        return hubs.get(0);
    }

    /** @return processor time of all hubs, in seconds */
    double hubCpuSeconds() {
        return hubs.stream().mapToDouble(MeasuredProcess::cpuSeconds).sum();
    }

    /** Waits until neither the hubs nor the worlds compile any more what ran before. */
    void comesToRest() {
        double[] before = {busySeconds()};
        Awaitility.await("the compilers are done")
                .atMost(Duration.ofMinutes(2))
                .pollDelay(REST)
                .pollInterval(REST)
                .until(() -> {
                    double spent = busySeconds() - before[0];
                    before[0] += spent;
                    return spent < REST.toSeconds() * AT_REST;
                });
    }

    private double busySeconds() {
        return hubCpuSeconds() + worlds.cpuSeconds();
    }

    Http console() {
        return console;
    }

    Worlds worlds() {
        return worlds;
    }

    /** @return orders a second of the bare driver that keeps the least record, in the database of the hub */
    double recordingFloor(int orders, int inFlight) {
        return worlds.floor(orders, inFlight, databaseUrl + "&reWriteBatchedInserts=true");
    }

    JdbcClient ledger() {
        return ledger;
    }

    /** @return processor time of PostgreSQL with all its sessions, in seconds */
    double databaseCpuSeconds() {
        long postmaster = ledger.sql("select split_part(pg_read_file('postmaster.pid'), chr(10), 1)::bigint")
                .query(Long.class)
                .single();
        return MeasuredProcess.cpuSecondsOfFamily(postmaster);
    }

    /** @return the folder of what PostgreSQL logs */
    Path databaseLogs() {
        return FOLDER.resolve("postgres-log").toAbsolutePath();
    }

    private Map<String, Object> settings(int port, String url) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("server.port", port);
        all.put("spring.datasource.url", url);
        all.put("spring.security.user.name", Http.USER);
        all.put("spring.security.user.password", Http.PASSWORD);
        all.put("hub.data-directory", FOLDER.resolve("data"));
        all.put("amazon.token-url", worlds.url() + "/amazon/auth/o2/token");
        all.put("amazon.accounts[0].id", "us");
        all.put("amazon.accounts[0].endpoint", worlds.url() + "/amazon");
        all.put("amazon.accounts[0].client-id", "amzn1.application-oa2-client.sandbox-us");
        all.put("amazon.accounts[0].client-secret", "amzn1.oa2-cs.v1.sandbox-us");
        all.put("amazon.accounts[0].refresh-token", "Atzr|sandbox-us");
        all.put("amazon.accounts[0].marketplace-ids[0]", "ATVPDKIKX0DER");
        for (String operation : List.of("search-orders", "get-order", "confirm-shipment")) {
            all.put("amazon.rate-limits." + operation + ".rate", 10_000);
            all.put("amazon.rate-limits." + operation + ".burst", 10_000);
        }
        all.put("commerce.base-url", worlds.url() + "/commerce");
        all.put("commerce.auth", "bearer");
        all.put("commerce.access-token", "sandbox-access-token");
        all.put("hub.poll.orders", "PT1H");
        all.put("hub.poll.shipments", "PT1H");
        return all;
    }

    @Override
    public void close() {
        stopHubs();
        worlds.close();
        try {
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
