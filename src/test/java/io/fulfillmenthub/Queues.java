package io.fulfillmenthub;

import java.net.URI;
import java.util.Map;
import org.elasticmq.rest.sqs.SQSRestServer;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** A server that speaks SQS, with one queue; it can be away for a while. */
final class Queues implements AutoCloseable {

    static final String ARN = "arn:aws:sqs:us-east-1:000000000000:hub-orders";

    private SQSRestServer server;
    private final int port;
    private final SqsClient client;

    Queues() {
        server = SQSRestServerBuilder.withInterface("127.0.0.1")
                .withDynamicPort()
                .start();
        port = server.waitUntilStarted().localAddress().getPort();
        client = SqsClient.builder()
                .region(Region.US_EAST_1)
                .endpointOverride(URI.create(endpoint()))
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret")))
                .build();
        createQueue();
    }

    String endpoint() {
        return "http://127.0.0.1:" + port;
    }

    void send(String body) {
        client.sendMessage(message -> message.queueUrl(url()).messageBody(body));
    }

    /** @return how many messages are in the queue, given out or not */
    int left() {
        Map<QueueAttributeName, String> counts = client.getQueueAttributes(question -> question.queueUrl(url())
                        .attributeNames(
                                QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
                                QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE))
                .attributes();
        return counts.values().stream().mapToInt(Integer::parseInt).sum();
    }

    void stop() {
        server.stopAndWait();
    }

    /** Starts it again at the same address. */
    void start() {
        server = SQSRestServerBuilder.withInterface("127.0.0.1").withPort(port).start();
        server.waitUntilStarted();
        createQueue();
    }

    private void createQueue() {
        client.createQueue(queue -> queue.queueName("hub-orders"));
    }

    private String url() {
        return endpoint() + "/000000000000/hub-orders";
    }

    @Override
    public void close() {
        client.close();
        server.stopAndWait();
    }
}
