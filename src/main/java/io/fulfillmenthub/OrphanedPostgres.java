package io.fulfillmenthub;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The PostgreSQL process that a killed hub leaves behind: it still holds the data folder, nobody else can use it (the folder's
 * lock says so), and a new one starts only when it is gone.
 */
final class OrphanedPostgres {

    private static final Logger LOG = LoggerFactory.getLogger(OrphanedPostgres.class);
    private static final long PATIENCE_SECONDS = 30;

    private OrphanedPostgres() {}

    /**
     * Stops the process that {@code postmaster.pid} names, if it runs and is a PostgreSQL; commits are durable, so nothing is
     * lost even when it has to be killed.
     *
     * @param data the data folder, whose lock the caller holds
     */
    static void stop(Path data) {
        Path file = data.resolve("postmaster.pid");
        if (Files.exists(file)) {
            ProcessHandle.of(pid(file)).filter(OrphanedPostgres::isPostgres).ifPresent(OrphanedPostgres::stop);
        }
    }

    private static long pid(Path file) {
        try {
            List<String> lines = Files.readAllLines(file);
            return lines.isEmpty() ? -1 : Long.parseLong(lines.get(0).strip());
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + file + " cannot be read", e);
        } catch (NumberFormatException e) {
            throw new IllegalStateException("The file " + file + " is damaged: stop PostgreSQL and delete it", e);
        }
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.info()
                .command()
                .filter(command -> command.contains("postgres"))
                .isPresent();
    }

    private static void stop(ProcessHandle process) {
        LOG.info("Stopping the PostgreSQL process {} that a killed hub left behind", process.pid());
        process.destroy();
        try {
            process.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            LOG.warn("PostgreSQL process {} does not stop by itself and is killed", process.pid());
            process.destroyForcibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException("PostgreSQL process " + process.pid() + " cannot be stopped", e);
        }
    }
}
