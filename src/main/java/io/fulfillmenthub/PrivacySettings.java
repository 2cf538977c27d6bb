package io.fulfillmenthub;

import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long personal data is kept, {@code hub.privacy}.
 *
 * @param retention {@code hub.privacy.retention}: from the end of an order on
 * @param retentionReason {@code hub.privacy.retention-reason}: why longer than thirty days, which Amazon allows at most
 */
public record PrivacySettings(
        @DefaultValue("P30D") Duration retention,
        @DefaultValue("") String retentionReason) {

    private static final Duration ALLOWED = Duration.ofDays(30);

    public PrivacySettings {
        if (retention.isNegative() || retention.isZero()) {
            throw new IllegalArgumentException("hub.privacy.retention is not usable: give a duration such as P30D");
        }
        if (retention.compareTo(ALLOWED) > 0 && retentionReason.isBlank()) {
            throw new IllegalArgumentException(
                    "hub.privacy.retention is longer than Amazon's 30 days: give the law that"
                            + " demands it in hub.privacy.retention-reason, or a shorter one");
        }
    }
}
