package io.fulfillmenthub.sandbox;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The keys {@code sandbox.*} that shape the simulated outside worlds.
 *
 * @param directory where the worlds are kept across restarts, or null to keep them in memory
 */
@ConfigurationProperties("sandbox")
record SandboxSettings(Path directory, @DefaultValue Amazon amazon) {

    /** @return the memory of that file name inside {@code sandbox.directory}, or one that lives in the JVM only */
    Journal journal(String fileName) {
        return new Journal(directory == null ? null : directory.resolve(fileName));
    }

    /**
     * The keys {@code sandbox.amazon.*}.
     *
     * @param availabilityLag how long an update stays invisible to searchOrders
     * @param tokenLifetime how long an access token is valid
     * @param accounts the selling partners, or empty for one each in the United States, Europe, Japan and Canada
     * @param silentlyDroppedCarriers carrier codes whose confirmation is answered 204 and then forgotten
     * @param withdrawn ids of the accounts whose sellers took their consent back: Login with Amazon refuses their refresh
     *     tokens until they are authorised in the simulated Seller Central
     * @param quotas whether Amazon's documented rate limits apply
     * @param quotaFactor how many times faster than documented the quotas refill
     */
    record Amazon(
            @DefaultValue("PT2M") Duration availabilityLag,
            @DefaultValue("PT1H") Duration tokenLifetime,
            @DefaultValue List<Account> accounts,
            @DefaultValue List<String> silentlyDroppedCarriers,
            @DefaultValue List<String> withdrawn,
            @DefaultValue("off") Quotas quotas,
            @DefaultValue("1") double quotaFactor) {

        Amazon {
            accounts = accounts.isEmpty()
                    ? List.of(
                            Account.known("us", "ATVPDKIKX0DER"),
                            Account.known("eu", "A1PA6795UKMFR9", "A1F83G8C2ARO7P"),
                            Account.known("jp", "A1VC38T7YXB528"),
                            Account.known("ca", "A2EUQ1WTGCTBG2"))
                    : List.copyOf(accounts);
            if (quotaFactor <= 0) {
                throw new IllegalArgumentException(
                        "sandbox.amazon.quota-factor must be above 0; 1 is Amazon's own pace");
            }
        }
    }

    /** A selling partner with the credentials it authorised and the marketplaces whose orders it sees. */
    record Account(String id, String clientId, String clientSecret, String refreshToken, List<String> marketplaceIds) {

        Account {
            requireText("id", id);
            requireText("client-id", clientId);
            requireText("client-secret", clientSecret);
            requireText("refresh-token", refreshToken);
            marketplaceIds = marketplaceIds == null ? List.of() : List.copyOf(marketplaceIds);
        }

        private static Account known(String id, String... marketplaceIds) {
            return new Account(
                    id,
                    "amzn1.application-oa2-client.sandbox-" + id,
                    "amzn1.oa2-cs.v1.sandbox-" + id,
                    "Atzr|sandbox-" + id,
                    List.of(marketplaceIds));
        }

        private static void requireText(String key, String value) {
            if (value == null || value.isBlank()) {
                throw new IllegalArgumentException("sandbox.amazon.accounts[]." + key + " is missing; give it a value");
            }
        }
    }

    /** Whether the rate limits of Amazon's Orders API are applied. */
    enum Quotas {
        OFF,
        DOCUMENTED
    }
}
