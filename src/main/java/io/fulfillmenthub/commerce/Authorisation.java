package io.fulfillmenthub.commerce;

import java.util.Map;

/** How the hub identifies itself to Commerce. */
interface Authorisation {

    /** @return the headers of one request; every request is signed or authorised anew */
    Map<String, String> headers(String method, CommerceUrl url);

    /** @return whether new credentials may help after Commerce refused these */
    default boolean renew() {
        return false;
    }

    /** Chooses by {@code commerce.auth}. */
    static Authorisation of(CommerceSettings settings, OAuthSigner signer, ImsTokens tokens) {
        return switch (settings.auth()) {
            case "oauth1" -> (method, url) -> Map.of("Authorization", signer.sign(method, url));
            case "ims" -> tokens;
            default -> (method, url) -> Map.of("Authorization", "Bearer " + settings.accessToken());
        };
    }
}
