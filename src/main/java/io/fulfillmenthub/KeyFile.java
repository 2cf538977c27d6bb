package io.fulfillmenthub;

import io.fulfillmenthub.ledger.SealingKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A key in a file that only the hub's user can read; its id is made of the key, so that two files never share one. */
final class KeyFile {

    private static final Logger LOG = LoggerFactory.getLogger(KeyFile.class);
    private static final int KEY_BYTES = 32;
    private final Path file;

    KeyFile(Path file) {
        this.file = file.toAbsolutePath();
    }

    /** @return the key, empty without a file */
    Optional<SealingKey> read() {
        try {
            return Files.exists(file) ? Optional.of(key(Files.readString(file).strip())) : Optional.empty();
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    /** @return the key; it is made at the first time */
    SealingKey readOrMake() {
        return read().orElseGet(this::make);
    }

    private SealingKey make() {
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        try {
            Files.createDirectories(file.getParent());
            Path fresh = Files.createTempFile(file.getParent(), "encryption", ".new", onlyMine());
            Files.writeString(fresh, Base64.getEncoder().encodeToString(key) + "\n");
            publish(fresh);
        } catch (IOException e) {
            throw unusable(e);
        }
        return read().orElseThrow();
    }

    /** Another hub in the same folder may have been faster: then its key counts. A link, unlike a move, never replaces. */
    private void publish(Path fresh) throws IOException {
        try {
            Files.createLink(file, fresh);
        } catch (FileAlreadyExistsException e) {
            LOG.debug("{} was made by another hub meanwhile", file);
        } catch (UnsupportedOperationException e) {
            Files.copy(fresh, file, StandardCopyOption.COPY_ATTRIBUTES);
        } finally {
            Files.delete(fresh);
        }
    }

    private static SealingKey key(String secret) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
            return new SealingKey("file-" + HexFormat.of().formatHex(digest, 0, 4), secret);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java knows no SHA-256", e);
        }
    }

    private static FileAttribute<?>[] onlyMine() {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    private UncheckedIOException unusable(IOException cause) {
        return new UncheckedIOException(
                "The key file " + file + " cannot be made or read: make hub.data-directory writable, or set"
                        + " hub.encryption.keys",
                cause);
    }

    @Override
    public String toString() {
        return file.toString();
    }
}
