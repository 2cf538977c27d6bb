package io.fulfillmenthub.amazon;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;

/**
 * What came back over HTTP.
 *
 * @param status the HTTP status
 * @param json the body, null when it is no JSON
 * @param foreign whether there is a body that is no JSON, such as a gateway's page: then Amazon's API did not speak
 * @param requestId {@code x-amzn-RequestId}, null without one
 * @param rateLimit {@code x-amzn-RateLimit-Limit} in requests per second, null without one
 * @param error why there is no readable answer, null when there is one
 */
record AmazonAnswer(int status, JsonNode json, boolean foreign, String requestId, String rateLimit, IOException error) {

    static AmazonAnswer none(IOException error) {
        return new AmazonAnswer(0, null, false, null, null, error);
    }

    boolean successful() {
        return status >= 200 && status < 300;
    }

    boolean refusesToken() {
        return status == 401 || status == 403;
    }

    /** @return the status, and nothing of the body */
    @Override
    public String toString() {
        return "AmazonAnswer[" + status + "]";
    }
}
