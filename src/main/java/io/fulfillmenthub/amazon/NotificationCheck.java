package io.fulfillmenthub.amazon;

import io.fulfillmenthub.amazon.AmazonSettings.Account;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The review of {@code amazon.notifications} at start. */
final class NotificationCheck {

    private static final String KEY = "amazon.notifications";

    private NotificationCheck() {}

    static void require(NotificationSettings settings, List<Account> accounts) {
        Set<String> seen = new HashSet<>();
        settings.queues().forEach((account, queue) -> {
            String key = KEY + ".queues." + account;
            require(
                    accounts.stream().anyMatch(known -> account.equals(known.id())),
                    key + " names no account of amazon.accounts: use the account's id");
            require(
                    new QueueName(queue.strip()).valid(),
                    key + " is no ARN of a queue: give one such as arn:aws:sqs:us-east-1:123456789012:hub-orders");
            require(seen.add(queue.strip()), key + " is another account's queue as well: give each its own");
        });
        require(
                settings.endpoint().isBlank() || settings.endpoint().strip().matches("https?://\\S+"),
                KEY + ".endpoint is no URL: remove it, or give one such as http://127.0.0.1:9324");
        require(
                settings.accessKey().isBlank() == settings.secretKey().isBlank(),
                KEY + ".access-key and amazon.notifications.secret-key belong together: give both, or neither");
    }

    private static void require(boolean holds, String sentence) {
        if (!holds) {
            throw new IllegalArgumentException(sentence);
        }
    }
}
