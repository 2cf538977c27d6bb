package io.fulfillmenthub.ledger;

import io.fulfillmenthub.order.Delivery;
import io.fulfillmenthub.order.RejectedException;
import io.fulfillmenthub.order.RetryableException;
import io.fulfillmenthub.order.SubscriberFailedException;
import io.fulfillmenthub.order.Work;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What went wrong in a user's own route, told without the message: it may hold a payload or an address with a password. */
final class SubscriberFailures {

    private static final Pattern HTTP_STATUS = Pattern.compile("statusCode: (\\d{3})");

    private SubscriberFailures() {}

    /**
     * Translates the failure of a user's route.
     *
     * @param asked the subscriber that was asked before the import, null for none
     * @return the failure itself when it speaks the hub's language or no subscriber was at work
     */
    static Exception translate(Work work, Exception failure, String asked) {
        String subscriber = work instanceof Delivery delivery ? delivery.subscriber() : asked;
        boolean known = failure instanceof RetryableException || failure instanceof RejectedException;
        return subscriber == null || known
                ? failure
                : new SubscriberFailedException(
                        "The subscriber " + subscriber + " failed with " + kind(failure), failure);
    }

    private static String kind(Exception failure) {
        Matcher status = HTTP_STATUS.matcher(String.valueOf(failure.getMessage()));
        if (status.find()) {
            return "HTTP status " + status.group(1);
        }
        Throwable root = failure;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        String kind = failure.getClass().getSimpleName();
        return root == failure ? kind : kind + " (" + root.getClass().getSimpleName() + ")";
    }
}
