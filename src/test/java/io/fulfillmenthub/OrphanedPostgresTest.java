package io.fulfillmenthub;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrphanedPostgresTest {

    @TempDir
    Path folder;

    @Test
    void stopsCleanlyWhatAKilledHubLeftBehind() throws Exception {
        Path data = folder.resolve("postgres");
        start(data);
        long pid = Long.parseLong(
                Files.readAllLines(data.resolve("postmaster.pid")).get(0).strip());

        OrphanedPostgres.stop(data);

        assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive)).isEmpty();
        assertThat(data.resolve("postmaster.pid")).doesNotExist();
    }

    @Test
    void leavesOtherProcessesAloneWhoseNumberIsInAnOldFile() throws Exception {
        Files.writeString(
                folder.resolve("postmaster.pid"), ProcessHandle.current().pid() + "\n");

        OrphanedPostgres.stop(folder);

        assertThat(ProcessHandle.current().isAlive()).isTrue();
    }

    @Test
    void doesNothingInAFreshFolder() {
        OrphanedPostgres.stop(folder);

        assertThat(folder).isEmptyDirectory();
    }

    private static void start(Path data) throws Exception {
        EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPGStartupWait(Duration.ofMinutes(1))
                .start();
    }
}
