package io.fulfillmenthub;

import java.net.URI;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Events that Commerce pushes, {@code hub.push}; without a secret or a client id none is taken in.
 *
 * @param secret {@code hub.push.secret}: signs what the shop itself pushes
 * @param adobeClientId {@code hub.push.adobe-client-id}: the client id of the registration at Adobe I/O Events
 * @param adobeKeysUrl {@code hub.push.adobe-keys-url}: the host that publishes Adobe's public keys
 */
public record PushSettings(
        @DefaultValue("") String secret,
        @DefaultValue("") String adobeClientId,
        @DefaultValue("https://static.adobeioevents.com") URI adobeKeysUrl) {

    /** @return nothing secret */
    @Override
    public String toString() {
        return "PushSettings[]";
    }
}
