package io.fulfillmenthub.console;

import io.fulfillmenthub.ledger.LaneReport;
import io.fulfillmenthub.order.SellerAccount;
import io.fulfillmenthub.order.SellerAccounts;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** How both remote sides fare; accounts that rest do not count. */
@Component
class RemoteSides {

    private final LaneReport report;
    private final Set<String> active;

    RemoteSides(LaneReport report, SellerAccounts accounts) {
        this.report = report;
        this.active = accounts.active().stream().map(SellerAccount::id).collect(Collectors.toSet());
    }

    RemoteSide amazon() {
        return side("Amazon", "amazon", lane -> active.contains(lane.substring(lane.indexOf('/') + 1)));
    }

    RemoteSide commerce() {
        return side("Commerce", "commerce", lane -> true);
    }

    private RemoteSide side(String name, String prefix, Predicate<String> used) {
        return new RemoteSide(
                name,
                report.lanes(prefix).stream()
                        .filter(lane -> used.test(lane.name()))
                        .map(RemoteSide.Lane::of)
                        .toList());
    }
}
