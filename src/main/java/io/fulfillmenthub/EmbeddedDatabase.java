package io.fulfillmenthub;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.jdbc.DataSourceProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/**
 * A real PostgreSQL inside the hub, with durable commits and its data in {@code hub.data-directory}, for installations that
 * configure no {@code spring.datasource.url}.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "spring.datasource.url", matchIfMissing = true, havingValue = "\u0000none")
@EnableConfigurationProperties(DataSourceProperties.class)
class EmbeddedDatabase {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);
    private static final String VERSION = "18";

    @Bean(destroyMethod = "close")
    FileLock dataDirectoryLock(HubSettings settings) {
        Path directory = Path.of(settings.dataDirectory());
        try {
            Files.createDirectories(directory);
            FileLock lock = FileChannel.open(
                            directory.resolve("hub.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)
                    .tryLock();
            if (lock == null) {
                throw new IllegalStateException("The folder " + directory.toAbsolutePath()
                        + " is in use by another hub: stop it, or give this one its own hub.data-directory");
            }
            return lock;
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The folder " + directory.toAbsolutePath() + " cannot be written; set hub.data-directory", e);
        }
    }

    @Bean(destroyMethod = "close")
    EmbeddedPostgres embeddedPostgres(HubSettings settings, FileLock dataDirectoryLock) {
        Path data = Path.of(settings.dataDirectory(), "postgres").toAbsolutePath();
        requireVersion(data);
        OrphanedPostgres.stop(data);
        LOG.info("Starting the embedded PostgreSQL in {}", data);
        try {
            return EmbeddedPostgres.builder()
                    .setDataDirectory(data)
                    .setCleanDataDirectory(false)
                    .setRegisterShutdownHook(false)
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("full_page_writes", "on")
                    .setServerConfig("max_connections", "100")
                    .setServerConfig("shared_buffers", "64MB")
                    .setPGStartupWait(Duration.ofMinutes(1))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The embedded PostgreSQL cannot start in " + data
                            + "; see the log above, or set spring.datasource.url to use your own server",
                    e);
        }
    }

    @Bean
    DataSource dataSource(EmbeddedPostgres postgres, Environment environment) {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(postgres.getJdbcUrl("postgres", "postgres") + "&reWriteBatchedInserts=true");
        pool.setMaximumPoolSize(
                environment.getProperty("spring.datasource.hikari.maximum-pool-size", Integer.class, 20));
        pool.setConnectionInitSql(environment.getProperty("spring.datasource.hikari.connection-init-sql"));
        return pool;
    }

    private static void requireVersion(Path data) {
        Path file = data.resolve("PG_VERSION");
        try {
            if (Files.exists(file) && !Files.readString(file).strip().equals(VERSION)) {
                throw new IllegalStateException("The data in " + data + " belong to PostgreSQL "
                        + Files.readString(file).strip() + ", this hub brings PostgreSQL " + VERSION
                        + ": move them to a server of that version with pg_dump and set spring.datasource.url");
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + file + " cannot be read", e);
        }
    }
}
