package io.fulfillmenthub.amazon;

import java.net.URI;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.SqsClientBuilder;

/** Clients of Amazon SQS, made only for accounts that have a queue. */
public final class AmazonQueues {

    private AmazonQueues() {}

    /** @return a client of the queue's region, for who starts it to close */
    public static SqsClient client(NotificationSettings settings, String queue) {
        SqsClientBuilder client = SqsClient.builder()
                .region(Region.of(new QueueName(queue).region()))
                .credentialsProvider(credentials(settings));
        if (!settings.endpoint().isBlank()) {
            client.endpointOverride(URI.create(settings.endpoint().strip()));
        }
        return client.build();
    }

    private static AwsCredentialsProvider credentials(NotificationSettings settings) {
        return settings.accessKey().isBlank()
                ? DefaultCredentialsProvider.builder().build()
                : StaticCredentialsProvider.create(AwsBasicCredentials.create(
                        settings.accessKey().strip(), settings.secretKey().strip()));
    }
}
