package io.fulfillmenthub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fulfillmenthub.ledger.SealingKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFileTest {

    @TempDir
    Path folder;

    @Test
    void makesAKeyOnceThatOnlyTheOwnerCanRead() throws IOException {
        Path file = folder.resolve("data/encryption.key");

        SealingKey made = new KeyFile(file).readOrMake();

        assertThat(new KeyFile(file).readOrMake()).isEqualTo(made);
        assertThat(made.id()).matches("file-[0-9a-f]{8}");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        try (var files = Files.list(file.getParent())) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void saysWhatToDoWhenTheFolderCannotBeWritten() throws IOException {
        Path notAFolder = Files.createFile(folder.resolve("taken"));

        assertThatThrownBy(() -> new KeyFile(notAFolder.resolve("encryption.key")).readOrMake())
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("hub.encryption.keys");
    }

    @Test
    void refusesKeysThatAreNoKeys() {
        assertThatThrownBy(() -> new EncryptionSettings(List.of(new EncryptionSettings.Key("a", "short"))))
                .hasMessageContaining("hub.encryption.keys[0].secret is not usable: give at least 32");
        assertThatThrownBy(() -> new EncryptionSettings(List.of(new EncryptionSettings.Key("a:b", "x".repeat(40)))))
                .hasMessageContaining("hub.encryption.keys[0].id is not usable");
        EncryptionSettings.Key key = new EncryptionSettings.Key("a", "x".repeat(40));
        assertThatThrownBy(() -> new EncryptionSettings(List.of(key, key))).hasMessageContaining("twice");
        assertThat(key.toString()).doesNotContain("xxx");
    }
}
