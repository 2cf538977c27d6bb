package io.fulfillmenthub.amazon;

import java.util.Map;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where Amazon's notifications come from; without a queue nothing is received and no client of AWS is made.
 *
 * @param enabled {@code amazon.notifications.enabled}: whether queues are read
 * @param queues {@code amazon.notifications.queues}: the ARN of an SQS queue by account id
 * @param endpoint {@code amazon.notifications.endpoint}: another address of SQS than Amazon's
 * @param accessKey {@code amazon.notifications.access-key}: empty for AWS's own chain of credentials
 * @param secretKey {@code amazon.notifications.secret-key}
 */
public record NotificationSettings(
        @DefaultValue("true") boolean enabled,
        @DefaultValue Map<String, String> queues,
        @DefaultValue("") String endpoint,
        @DefaultValue("") String accessKey,
        @DefaultValue("") String secretKey) {

    public NotificationSettings {
        queues = Map.copyOf(queues);
    }

    /** @return the queues that are read */
    public Map<String, String> open() {
        return enabled ? queues : Map.of();
    }

    /** @return nothing secret */
    @Override
    public String toString() {
        return "NotificationSettings" + queues.keySet();
    }
}
