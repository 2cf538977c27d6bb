package io.fulfillmenthub;

import io.fulfillmenthub.ledger.RecordedOrders;
import io.fulfillmenthub.ledger.Seal;
import io.fulfillmenthub.ledger.SealingKey;
import io.fulfillmenthub.order.Order;
import io.fulfillmenthub.order.RejectedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.core.env.Environment;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The ledger whose orders are replayed by the check of routes: it is only read. */
final class CheckLedger {

    private static final int PORT_LINE = 3;

    private final Environment environment;
    private final HubSettings settings;

    CheckLedger(Environment environment, HubSettings settings) {
        this.environment = environment;
        this.settings = settings;
    }

    /** @return the orders that changed last; empty, and told why, when there is none */
    List<Order> newest(int most, Consumer<String> tell) {
        Path data = Path.of(settings.dataDirectory());
        List<SealingKey> keys = new ArrayList<>();
        settings.encryption()
                .keys()
                .forEach(key -> keys.add(new SealingKey(key.id(), key.secret().strip())));
        new KeyFile(data.resolve("encryption.key")).read().ifPresent(keys::add);
        Optional<DataSource> ledger = ledger(data);
        if (ledger.isEmpty() || keys.isEmpty()) {
            tell.accept("There is no ledger yet, or its embedded database does not run: sample orders are used.");
            return List.of();
        }
        try {
            List<Order> orders = new RecordedOrders(ledger.get(), new Seal(keys)).newest(most);
            if (orders.isEmpty()) {
                tell.accept("The ledger has no orders: sample orders are used.");
            }
            return orders;
        } catch (DataAccessException e) {
            tell.accept("The ledger cannot be read (" + e.getClass().getSimpleName() + "): sample orders are used.");
        } catch (RejectedException e) {
            tell.accept(e.getMessage() + ". Sample orders are used.");
        }
        return List.of();
    }

    /** The embedded database tells its port in its own file as long as it runs. */
    private Optional<DataSource> ledger(Path data) {
        String url = environment.getProperty("spring.datasource.url");
        if (url != null) {
            return Optional.of(new DriverManagerDataSource(
                    url,
                    environment.getProperty("spring.datasource.username", ""),
                    environment.getProperty("spring.datasource.password", "")));
        }
        try {
            List<String> lines = Files.readAllLines(data.resolve("postgres").resolve("postmaster.pid"));
            return Optional.of(new DriverManagerDataSource(
                    "jdbc:postgresql://127.0.0.1:" + lines.get(PORT_LINE).strip() + "/postgres", "postgres", ""));
        } catch (IOException | IndexOutOfBoundsException notRunning) {
            return Optional.empty();
        }
    }
}
