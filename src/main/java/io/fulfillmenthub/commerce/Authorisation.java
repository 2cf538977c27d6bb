package io.fulfillmenthub.commerce;

import java.util.Map;
import java.util.function.Supplier;

/** How the hub identifies itself to Commerce. */
interface Authorisation {

    /** @return the headers of one request; every request is signed or authorised anew */
    Map<String, String> headers(String method, CommerceUrl url);

    /** @return whether new credentials may help after Commerce refused these */
    default boolean renew() {
        return false;
    }

    /**
     * Chooses by {@code commerce.auth}, once: only secrets are rotated.
     *
     * @param settings with the secrets of the moment
     */
    static Authorisation of(String auth, Supplier<CommerceSettings> settings, OAuthSigner signer, ImsTokens tokens) {
        return switch (auth) {
            case "oauth1" -> (method, url) -> Map.of("Authorization", signer.sign(method, url));
            case "ims" -> tokens;
            default ->
                (method, url) ->
                        Map.of("Authorization", "Bearer " + settings.get().accessToken());
        };
    }
}
