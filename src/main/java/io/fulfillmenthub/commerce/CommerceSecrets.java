package io.fulfillmenthub.commerce;

import io.fulfillmenthub.order.ReasonCode;
import io.fulfillmenthub.order.RejectedException;
import io.fulfillmenthub.order.RemoteFailure;
import io.fulfillmenthub.order.RetryableException;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/**
 * The settings with the secrets as they are at this moment: a file of a config tree may have been rotated since the start,
 * all other settings stay what they were.
 */
final class CommerceSecrets {

    private final CommerceSettings settings;
    private final Environment environment;

    CommerceSecrets(CommerceSettings settings, Environment environment) {
        this.settings = settings;
        this.environment = environment;
    }

    /**
     * Reads the secrets anew; an empty one, as while a file is being written, is the one of the start.
     *
     * @throws RetryableException while a secret cannot be read, such as a file that is being replaced
     * @throws RejectedException when a secret cannot be one
     */
    CommerceSettings current() {
        Binder binder = Binder.get(environment);
        try {
            return new CommerceSettings(
                    settings.baseUrl(),
                    settings.auth(),
                    read(binder, "access-token", settings.accessToken()),
                    read(binder, "consumer-key", settings.consumerKey()),
                    read(binder, "consumer-secret", settings.consumerSecret()),
                    read(binder, "access-token-secret", settings.accessTokenSecret()),
                    read(binder, "client-id", settings.clientId()),
                    read(binder, "client-secret", settings.clientSecret()),
                    settings.orgId(),
                    settings.tokenUrl());
        } catch (IllegalArgumentException e) {
            throw new RejectedException(
                    ReasonCode.COMMERCE_UNAUTHORISED, e.getMessage(), failure("wrong", e.getMessage()));
        }
    }

    /** The binder's own exception stays here: it may show the value. */
    private static String read(Binder binder, String name, String known) {
        try {
            String text = binder.bind("commerce." + name, String.class).orElse(known);
            return text == null || text.isBlank() ? known : text;
        } catch (BindException e) {
            String sentence = "commerce." + name + " cannot be read now: put its file back";
            throw new RetryableException(sentence, failure("unreadable", sentence), null);
        }
    }

    private static RemoteFailure failure(String code, String message) {
        return new RemoteFailure("commerce", null, "read-secrets", 0, code, message, null);
    }
}
