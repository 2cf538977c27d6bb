package io.fulfillmenthub.order;

import java.time.Duration;

/** Amazon no longer accepts the token of a page (they live 24 hours): the window must be asked for anew from its beginning. */
public class PageTokenExpiredException extends RetryableException {

    private static final long serialVersionUID = 1L;

    /** @param failure Amazon's refusal */
    public PageTokenExpiredException(String message, RemoteFailure failure) {
        super(message, failure, Duration.ZERO, null);
    }
}
