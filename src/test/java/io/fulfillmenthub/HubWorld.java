package io.fulfillmenthub;

import io.fulfillmenthub.sandbox.SandboxServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * A hub as it ships, on a real PostgreSQL, between two outside worlds that are simulated over real HTTP on a server of their
 * own; closed, it can be opened again on the same database.
 */
public final class HubWorld implements AutoCloseable {

    /** The password {@code secret}, hashed quickly. */
    static final String SECRET_HASHED = "{bcrypt}$2b$04$fis8IMMFKzNdjc1pESO/X.SFGIXnGCFeKdHeeF5ThLD4pj9WIInp2";

    private static final AtomicInteger HUBS = new AtomicInteger();
    private static HubWorld shared;

    private final SandboxServer sandbox;
    private final boolean ownSandbox;
    private final String databaseUrl;
    private final Map<String, Object> settings = new LinkedHashMap<>();
    private final Path dropFolder = newFolder();
    private final List<ConfigurableApplicationContext> hubs = new ArrayList<>();

    private HubWorld(SandboxServer sandbox, boolean ownSandbox, String databaseUrl, Map<String, Object> settings) {
        this.sandbox = sandbox;
        this.ownSandbox = ownSandbox;
        this.databaseUrl = databaseUrl;
        this.settings.putAll(settings);
    }

    /** @return the one hub with usual settings that all scenarios of this JVM may share; never close it */
    public static synchronized HubWorld shared() {
        if (shared == null) {
            shared = start(Map.of());
        }
        return shared;
    }

    /** Starts a sandbox and a hub with a database of its own. */
    public static HubWorld start(Map<String, Object> settings) {
        HubWorld world = prepare(settings);
        world.startHub();
        return world;
    }

    /** Starts a sandbox with a database, and no hub yet. */
    public static HubWorld prepare(Map<String, Object> settings) {
        return prepare(settings, Map.of());
    }

    /** Starts a sandbox of its own settings with a database, and no hub yet. */
    public static HubWorld prepare(Map<String, Object> settings, Map<String, Object> sandboxSettings) {
        Map<String, Object> outside = new LinkedHashMap<>(Map.of(
                "sandbox.amazon.availability-lag",
                "PT0S",
                "sandbox.amazon.quota-factor",
                100_000,
                "sandbox.amazon.silently-dropped-carriers",
                "VanishingCourier"));
        outside.putAll(sandboxSettings);
        SandboxServer sandbox = SandboxServer.start(0, outside);
        new Shop(sandbox.baseUrl()).restock(100_000);
        return new HubWorld(sandbox, true, TestDatabase.newUrl(), settings);
    }

    /** Starts another hub on the same database and the same outside worlds. */
    public ConfigurableApplicationContext startHub() {
        return startHub(context -> {});
    }

    /** Starts another hub that a test looks into. */
    ConfigurableApplicationContext startHub(
            ApplicationContextInitializer<? super ConfigurableApplicationContext> watching) {
        ConfigurableApplicationContext hub = new SpringApplicationBuilder(FulfillmentHub.class)
                .initializers(watching)
                .properties(Map.of("spring.main.banner-mode", "off"))
                .run(arguments());
        hubs.add(hub);
        return hub;
    }

    /** Stops every hub of this world; database and outside worlds stay. */
    public void stopHubs() {
        hubs.forEach(SpringApplication::exit);
        hubs.clear();
    }

    /** @return the outside worlds */
    public SandboxServer sandbox() {
        return sandbox;
    }

    /** @return a bean of the first hub */
    public <T> T bean(Class<T> type) {
        return hubs.get(0).getBean(type);
    }

    /** @return the address of the first hub */
    public String hubUrl() {
        return "http://127.0.0.1:" + hubs.get(0).getEnvironment().getProperty("local.server.port");
    }

    /** @return the JDBC URL of this world's database, with user and password in it */
    public String databaseUrl() {
        return databaseUrl;
    }

    /** @return this world's database, past the hub, over one connection that stays */
    public JdbcClient ledger() {
        return JdbcClient.create(new SingleConnectionDataSource(databaseUrl, true));
    }

    /** @return the folder whose files this world's hubs take in as shipments */
    public Path dropFolder() {
        return dropFolder;
    }

    private static Path newFolder() {
        try {
            return Files.createTempDirectory(Files.createDirectories(Path.of("target")), "drop");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @return the settings of this world's hubs as command-line arguments */
    public String[] arguments() {
        Map<String, Object> all = new LinkedHashMap<>(defaults());
        all.putAll(settings);
        return all.entrySet().stream()
                .map(entry -> "--" + entry.getKey() + "=" + entry.getValue())
                .toArray(String[]::new);
    }

    private Map<String, Object> defaults() {
        Map<String, Object> defaults = new LinkedHashMap<>();
        defaults.put("server.port", 0);
        defaults.put("spring.datasource.url", databaseUrl);
        defaults.put("spring.datasource.username", "postgres");
        defaults.put("spring.datasource.hikari.maximum-pool-size", 12);
        defaults.put("camel.main.shutdown-timeout", 2);
        defaults.put("spring.quartz.scheduler-name", "hub-" + HUBS.incrementAndGet());
        defaults.put("spring.security.user.name", "operator");
        defaults.put("spring.security.user.password", "secret");
        user(defaults, 0, "viewer", "viewer");
        user(defaults, 1, "repairer", "operator");
        defaults.put("hub.encryption.keys[0].id", "test");
        defaults.put("hub.encryption.keys[0].secret", "a secret for tests, and only for tests");
        defaults.put("amazon.token-url", sandbox.baseUrl() + "/sandbox/amazon/auth/o2/token");
        defaults.put("amazon.rate-limits.search-orders.rate", 100);
        defaults.put("amazon.rate-limits.search-orders.burst", 100_000);
        defaults.put("amazon.rate-limits.get-order.rate", 200);
        defaults.put("amazon.rate-limits.get-order.burst", 200);
        defaults.put("amazon.rate-limits.confirm-shipment.rate", 200);
        defaults.put("amazon.rate-limits.confirm-shipment.burst", 200);
        account(defaults, 0, "us", "ATVPDKIKX0DER", "default");
        defaults.put("amazon.accounts[0].tax-registrations", true);
        account(defaults, 1, "jp", "A1VC38T7YXB528", "jp");
        defaults.put("commerce.base-url", sandbox.baseUrl() + "/sandbox/commerce");
        defaults.put("commerce.auth", "bearer");
        defaults.put("commerce.access-token", "sandbox-access-token");
        defaults.put("hub.poll.orders", "PT0.3S");
        defaults.put("hub.poll.shipments", "PT0.3S");
        defaults.put("amazon.sku-aliases[Red widget, 1/2 #3]", "WIDGET-RED-1");
        defaults.put("amazon.carriers.vanishing", "VanishingCourier");
        defaults.put("hub.push.secret", "push-secret");
        defaults.put("hub.push.adobe-client-id", "adobe-client");
        defaults.put("hub.push.adobe-keys-url", AdobeKeys.url());
        defaults.put("hub.shipments.drop-folder", dropFolder);
        defaults.put("hub.shipments.proof-delay", "PT0.01S");
        defaults.put("hub.dispatch-interval", "PT0.02S");
        defaults.put("hub.retry.initial-delay", "PT0.3S");
        defaults.put("hub.retry.uncertain-wait", "PT0.5S");
        defaults.put("hub.retry.recheck", "PT0.5S");
        return defaults;
    }

    private static void user(Map<String, Object> settings, int index, String name, String role) {
        settings.put("hub.users[" + index + "].name", name);
        settings.put("hub.users[" + index + "].password", SECRET_HASHED);
        settings.put("hub.users[" + index + "].role", role);
    }

    private void account(Map<String, Object> settings, int index, String id, String marketplace, String store) {
        String prefix = "amazon.accounts[" + index + "].";
        settings.put(prefix + "id", id);
        settings.put(prefix + "endpoint", sandbox.baseUrl() + "/sandbox/amazon");
        settings.put(prefix + "client-id", "amzn1.application-oa2-client.sandbox-" + id);
        settings.put(prefix + "client-secret", "amzn1.oa2-cs.v1.sandbox-" + id);
        settings.put(prefix + "refresh-token", "Atzr|sandbox-" + id);
        settings.put(prefix + "marketplace-ids[0]", marketplace);
        settings.put(prefix + "store-code", store);
    }

    @Override
    public void close() {
        stopHubs();
        if (ownSandbox) {
            sandbox.close();
        }
    }
}
