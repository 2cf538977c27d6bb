package io.fulfillmenthub.order;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The queues to which Amazon sends notifications, by account. */
public final class NotificationQueues {

    private final Map<String, String> queues;

    /** @param queues ARNs by account id, empty when nothing is to be received */
    public NotificationQueues(Map<String, String> queues) {
        this.queues = new LinkedHashMap<>(queues);
    }

    /** @return the ARN of the account's queue, empty when it has none */
    public Optional<String> of(String accountId) {
        return Optional.ofNullable(queues.get(accountId));
    }
}
