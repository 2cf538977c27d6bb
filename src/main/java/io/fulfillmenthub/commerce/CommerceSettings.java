package io.fulfillmenthub.commerce;

import java.net.URI;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where Commerce is and how the hub identifies itself there, {@code commerce.*}.
 *
 * @param baseUrl {@code commerce.base-url}; {@code /rest/{store-code}/V1/…} is appended (with ims {@code /V1/…})
 * @param auth {@code commerce.auth}: bearer, oauth1 or ims
 * @param accessToken {@code commerce.access-token} of the integration
 * @param consumerKey {@code commerce.consumer-key} (oauth1)
 * @param consumerSecret {@code commerce.consumer-secret} (oauth1)
 * @param accessTokenSecret {@code commerce.access-token-secret} (oauth1)
 * @param clientId {@code commerce.client-id} (ims)
 * @param clientSecret {@code commerce.client-secret} (ims)
 * @param orgId {@code commerce.org-id} (ims)
 * @param tokenUrl {@code commerce.token-url} (ims), Adobe's by default
 */
@ConfigurationProperties(prefix = "commerce", ignoreUnknownFields = false)
public record CommerceSettings(
        String baseUrl,
        String auth,
        String accessToken,
        String consumerKey,
        String consumerSecret,
        String accessTokenSecret,
        String clientId,
        String clientSecret,
        String orgId,
        String tokenUrl) {

    private static final String ADOBE_TOKEN_URL = "https://ims-na1.adobelogin.com/ims/token/v3";

    public CommerceSettings {
        baseUrl = withoutTrailingSlash(url("commerce.base-url", baseUrl, "https://shop.example.com"));
        auth = blank(auth) ? "bearer" : auth.strip();
        if (!Set.of("bearer", "oauth1", "ims").contains(auth)) {
            throw wrong("commerce.auth", "must be bearer, oauth1 or ims");
        }
        tokenUrl = url("commerce.token-url", blank(tokenUrl) ? ADOBE_TOKEN_URL : tokenUrl, ADOBE_TOKEN_URL);
        if ("ims".equals(auth)) {
            clientId = required("commerce.client-id", clientId, "the OAuth credential of the Adobe Developer Console");
            clientSecret = required(
                    "commerce.client-secret", clientSecret, "the secret of that OAuth server-to-server credential");
            orgId = required("commerce.org-id", orgId, "the IMS organisation, such as 123@AdobeOrg");
        } else {
            accessToken =
                    required("commerce.access-token", accessToken, "the access token of the Commerce integration");
        }
        if ("oauth1".equals(auth)) {
            consumerKey =
                    required("commerce.consumer-key", consumerKey, "the consumer key of the Commerce integration");
            consumerSecret = required(
                    "commerce.consumer-secret", consumerSecret, "the consumer secret of the Commerce integration");
            accessTokenSecret = required(
                    "commerce.access-token-secret", accessTokenSecret, "the token secret of the Commerce integration");
        }
    }

    /** @return whether this is Adobe Commerce as a Cloud Service: other paths, and the store view in a header */
    boolean cloudService() {
        return "ims".equals(auth);
    }

    /** @return the address and the way of authentication, no credential */
    @Override
    public String toString() {
        return "CommerceSettings[" + baseUrl + ", " + auth + "]";
    }

    private static String required(String key, String value, String remedy) {
        if (blank(value)) {
            throw wrong(key, "is missing: set it to " + remedy);
        }
        String stripped = value.strip();
        if (stripped.chars().anyMatch(c -> c <= ' ' || c > '~')) {
            throw wrong(key, "holds blanks or other unusual characters: copy " + remedy + " again");
        }
        return stripped;
    }

    private static String url(String key, String value, String example) {
        if (blank(value)) {
            throw wrong(key, "is missing: set it to the address of the shop, such as " + example);
        }
        try {
            URI uri = URI.create(value.strip());
            boolean web = "https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme());
            if (!web || uri.getHost() == null || uri.getRawQuery() != null || uri.getRawFragment() != null) {
                throw wrong(key, "must be an http(s) address without a query, such as " + example);
            }
            if (uri.getRawUserInfo() != null) {
                throw wrong(key, "must not hold a user or a password: remove what stands before the @");
            }
            return uri.toString();
        } catch (IllegalArgumentException e) {
            if (e.getMessage().startsWith(key)) {
                throw e;
            }
            throw wrong(key, "is no address: use one such as " + example);
        }
    }

    private static String withoutTrailingSlash(String url) {
        String bare = url.replaceFirst("/+$", "");
        if (bare.matches(".*/rest(/.*)?")) {
            throw wrong("commerce.base-url", "must end before /rest: the hub appends /rest/{store-code}/V1 itself");
        }
        return bare;
    }

    private static IllegalArgumentException wrong(String key, String what) {
        return new IllegalArgumentException(key + " " + what);
    }

    private static boolean blank(String text) {
        return text == null || text.isBlank();
    }
}
