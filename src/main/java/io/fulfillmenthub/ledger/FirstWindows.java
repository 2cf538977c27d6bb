package io.fulfillmenthub.ledger;

import io.fulfillmenthub.order.SellerAccounts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Where the very first window of an account begins: its cut-off, but not more than thirty days ago. */
@Component
class FirstWindows {

    private static final Duration LONGEST = Duration.ofDays(30);

    private final SellerAccounts accounts;
    private final Clock clock;

    FirstWindows(SellerAccounts accounts, Clock clock) {
        this.accounts = accounts;
        this.clock = clock;
    }

    Instant begin(String accountId) {
        Instant longest = clock.instant().minus(LONGEST);
        Instant cutOff = accounts.get(accountId).importOrdersFrom();
        return cutOff.isAfter(longest) ? cutOff : longest;
    }
}
