package io.fulfillmenthub.console;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How Adobe I/O Events signs what it pushes: RSA with SHA-256 over the body, by one of two key pairs whose public halves Adobe
 * publishes on a host of its own (Adobe's guide "Signature Verification for Events").
 */
public class AdobeSignature {

    private static final Logger LOG = LoggerFactory.getLogger(AdobeSignature.class);
    private static final Pattern KEY_PATH = Pattern.compile("/[A-Za-z0-9_-]+(/[A-Za-z0-9_-]+)*[.]pem");
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration KEPT = Duration.ofHours(24);
    private static final Duration MISSED = Duration.ofMinutes(5);
    private static final int MOST_KEYS = 8;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final Map<String, Known> keys = new LinkedHashMap<>();
    private final URI host;
    private final String clientId;
    private final Clock clock;

    /**
     * @param host {@code hub.push.adobe-keys-url}: the only host that keys are fetched from
     * @param clientId {@code hub.push.adobe-client-id}: the registration that events are meant for, empty to take in none
     */
    public AdobeSignature(URI host, String clientId, Clock clock) {
        this.host = host;
        this.clientId = clientId;
        this.clock = clock;
    }

    boolean enabled() {
        return !clientId.isBlank();
    }

    /**
     * Whether Adobe signed this body for this registration.
     *
     * @param recipient the body's {@code recipient_client_id}
     * @param path where Adobe says its public key is, below the host
     * @param signature the signature in Base64
     */
    boolean genuine(String body, String recipient, String path, String signature) {
        return enabled() && clientId.equals(recipient) && signature != null && signed(body, path, signature);
    }

    private boolean signed(String body, String path, String signature) {
        Optional<PublicKey> key = key(path);
        try {
            if (key.isEmpty()) {
                return false;
            }
            Signature verifier = Signature.getInstance("SHA256withRSA");
            verifier.initVerify(key.get());
            verifier.update(body.getBytes(StandardCharsets.UTF_8));
            return verifier.verify(Base64.getDecoder().decode(signature));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            LOG.debug("A signature of Adobe I/O Events cannot be read", e);
            return false;
        }
    }

    /** A stranger who names keys that are not there makes the hub ask at most eight times in five minutes. */
    private synchronized Optional<PublicKey> key(String path) {
        if (path == null || !KEY_PATH.matcher(path).matches()) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        keys.values().removeIf(known -> known.until().isBefore(now));
        if (!keys.containsKey(path) && keys.size() < MOST_KEYS) {
            Optional<PublicKey> fetched = fetch(path);
            keys.put(path, new Known(fetched, now.plus(fetched.isPresent() ? KEPT : MISSED)));
        }
        return keys.getOrDefault(path, new Known(Optional.empty(), now)).key();
    }

    private Optional<PublicKey> fetch(String path) {
        HttpRequest request =
                HttpRequest.newBuilder(host.resolve(path)).timeout(PATIENCE).build();
        try {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() == 200) {
                return Optional.of(publicKey(answer.body()));
            }
            LOG.warn("Adobe's public key cannot be read: {} answers {}", host.getHost(), answer.statusCode());
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            LOG.warn(
                    "Adobe's public key cannot be read from {}: {}",
                    host.getHost(),
                    e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Optional.empty();
    }

    private static PublicKey publicKey(String pem) throws GeneralSecurityException {
        String base64 = pem.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
        return KeyFactory.getInstance("RSA")
                .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(base64)));
    }

    private record Known(Optional<PublicKey> key, Instant until) {}
}
