package io.fulfillmenthub;

import io.fulfillmenthub.order.RetryableException;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.classic.ExecChainHandler;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.Method;

/**
 * The last look before a request leaves: what changes something is sent only while the claim it belongs to is young. A hub
 * that was frozen, or whose machine was, does not send what another hub has taken over meanwhile.
 */
final class ClaimLimit implements ExecChainHandler {

    /** When the claim was made or renewed, in milliseconds since 1970; it never leaves the hub. */
    static final String CLAIMED_AT = "HubClaimedAt";

    private final Duration oldest;
    private final Clock clock;

    /** @param lease {@code hub.lease}: half of it is left for the other side to do its work */
    ClaimLimit(Duration lease, Clock clock) {
        this.oldest = lease.dividedBy(2);
        this.clock = clock;
    }

    @Override
    public ClassicHttpResponse execute(ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
            throws IOException, HttpException {
        Header claimedAt = request.getFirstHeader(CLAIMED_AT);
        request.removeHeaders(CLAIMED_AT);
        if (claimedAt != null && !Method.isSafe(request.getMethod()) && old(Long.parseLong(claimedAt.getValue()))) {
            scope.execRuntime.discardEndpoint();
            throw new RetryableException(
                    "Nothing was sent: the worker had been silent for longer than half of hub.lease",
                    null,
                    Duration.ZERO,
                    null);
        }
        return chain.proceed(request, scope);
    }

    /** @return whether somebody else may have the claim before the other side is done */
    boolean old(long claimedAt) {
        return clock.millis() - claimedAt >= oldest.toMillis();
    }
}
