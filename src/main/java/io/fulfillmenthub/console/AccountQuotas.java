package io.fulfillmenthub.console;

import io.fulfillmenthub.ledger.LaneReport;
import io.fulfillmenthub.ledger.LaneReport.Lane;
import io.fulfillmenthub.ledger.QuotaReport;
import io.fulfillmenthub.ledger.QuotaReport.Bucket;
import io.fulfillmenthub.ledger.ShipmentBacklog;
import io.fulfillmenthub.order.PollLane;
import io.fulfillmenthub.order.SellerAccounts;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** What each account's quotas allow, how far its poll came, and when what waits for a quota is done. */
@Component
class AccountQuotas {

    private final SellerAccounts accounts;
    private final LaneReport lanes;
    private final QuotaReport quotas;

    AccountQuotas(SellerAccounts accounts, LaneReport lanes, QuotaReport quotas) {
        this.accounts = accounts;
        this.lanes = lanes;
        this.quotas = quotas;
    }

    /** @param backlog the parcels that wait for Amazon */
    List<Quotas> all(ShipmentBacklog.Reading backlog) {
        List<Lane> polls = lanes.lanes(PollLane.orders(""));
        List<Bucket> buckets = quotas.buckets();
        return accounts.all().stream()
                .map(account -> quotas(account.id(), account.active(), polls, buckets, backlog))
                .toList();
    }

    private static Quotas quotas(
            String id, boolean active, List<Lane> polls, List<Bucket> buckets, ShipmentBacklog.Reading backlog) {
        Lane poll = polls.stream()
                .filter(lane -> lane.name().equals(PollLane.orders(id)))
                .findFirst()
                .orElse(null);
        long waiting = backlog.waiting(id);
        return new Quotas(
                id,
                active,
                poll == null ? null : poll.lastSuccess().orElse(null),
                poll == null ? null : poll.position().orElse(null),
                poll != null && poll.reading(),
                poll == null ? null : poll.failingSince().orElse(null),
                buckets.stream().filter(bucket -> bucket.accountId().equals(id)).toList(),
                waiting,
                waiting == 0
                        ? null
                        : backlog.accounts().stream()
                                .filter(account -> account.accountId().equals(id))
                                .map(ShipmentBacklog.Account::clearsAt)
                                .findFirst()
                                .orElse(null));
    }

    /**
     * The quotas of one account.
     *
     * @param accountId the account
     * @param active whether it is polled
     * @param lastSuccess when its orders were last fetched to the end, null before
     * @param cursor everything that Amazon changed before is in the ledger, null before the first poll
     * @param reading whether a poll has more pages to fetch
     * @param failingSince since when its poll fails, null while it works
     * @param buckets its token buckets, none before the first request
     * @param waiting parcels that Amazon has not been told of
     * @param clearsAt when the last of them is told at the quota's pace, null when none waits
     */
    record Quotas(
            String accountId,
            boolean active,
            Instant lastSuccess,
            Instant cursor,
            boolean reading,
            Instant failingSince,
            List<Bucket> buckets,
            long waiting,
            Instant clearsAt) {}
}
