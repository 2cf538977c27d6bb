package io.fulfillmenthub.amazon;

import java.util.regex.Pattern;

/**
 * The ARN of an SQS queue, read.
 *
 * @param arn such as {@code arn:aws:sqs:us-east-1:123456789012:hub-orders}
 */
public record QueueName(String arn) {

    private static final Pattern FORM = Pattern.compile("arn:aws:sqs:[a-z0-9-]+:\\d{12}:[A-Za-z0-9_-]{1,80}");

    /** @return whether it names a standard queue */
    boolean valid() {
        return FORM.matcher(arn).matches();
    }

    /** @return such as {@code us-east-1} */
    public String region() {
        return part(3);
    }

    /** @return the queue's own name */
    public String name() {
        return part(5);
    }

    /** @return the address of the queue, so that nobody has to be asked for it at start */
    public String url(NotificationSettings settings) {
        String host = settings.endpoint().isBlank()
                ? "https://sqs." + region() + ".amazonaws.com"
                : settings.endpoint().strip().replaceAll("/+$", "");
        return host + "/" + part(4) + "/" + name();
    }

    private String part(int index) {
        return arn.strip().split(":")[index];
    }
}
