package io.fulfillmenthub.amazon;

import io.fulfillmenthub.order.RemoteCall;
import java.net.URI;

/**
 * One call to Amazon on its way through the connector's routes: each step adds what it knows.
 *
 * @param operation what is called
 * @param accountId the seller account
 * @param question what the hub asked, such as an order search
 * @param method the HTTP method
 * @param url where to
 * @param query the encoded query, null without one
 * @param contentType the type of the payload
 * @param payload the body to send, null without one
 * @param token the access token, null until the account has one
 * @param answer what came back, null until then
 */
public record AmazonCall(
        AmazonOperation operation,
        String accountId,
        Object question,
        String method,
        URI url,
        String query,
        String contentType,
        String payload,
        String token,
        AmazonAnswer answer)
        implements RemoteCall {

    static AmazonCall get(AmazonOperation operation, String accountId, Object question, URI url, String query) {
        return new AmazonCall(operation, accountId, question, "GET", url, query, null, null, null, null);
    }

    static AmazonCall post(
            AmazonOperation operation, String accountId, Object question, URI url, String contentType, String payload) {
        return new AmazonCall(operation, accountId, question, "POST", url, null, contentType, payload, null, null);
    }

    AmazonCall withToken(String accessToken) {
        return new AmazonCall(
                operation, accountId, question, method, url, query, contentType, payload, accessToken, null);
    }

    AmazonCall withAnswer(AmazonAnswer received) {
        return new AmazonCall(
                operation, accountId, question, method, url, query, contentType, payload, token, received);
    }

    @Override
    public String side() {
        return "amazon";
    }

    @Override
    public String operationName() {
        return operation.id();
    }

    /** @return operation and account, and neither tokens nor bodies */
    @Override
    public String toString() {
        return "AmazonCall[" + operation.id() + " " + accountId + "]";
    }
}
