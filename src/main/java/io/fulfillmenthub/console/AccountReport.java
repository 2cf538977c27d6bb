package io.fulfillmenthub.console;

import io.fulfillmenthub.console.AccountEntry.State;
import io.fulfillmenthub.ledger.LaneReport;
import io.fulfillmenthub.ledger.LaneReport.Lane;
import io.fulfillmenthub.order.OrderSettings;
import io.fulfillmenthub.order.OrderSettings.Imports;
import io.fulfillmenthub.order.PollLane;
import io.fulfillmenthub.order.ReasonCode;
import io.fulfillmenthub.order.SellerAccount;
import io.fulfillmenthub.order.SellerAccounts;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** How every configured account fares. */
@Component
class AccountReport {

    private final SellerAccounts accounts;
    private final OrderSettings settings;
    private final LaneReport lanes;

    AccountReport(SellerAccounts accounts, OrderSettings settings, LaneReport lanes) {
        this.accounts = accounts;
        this.settings = settings;
        this.lanes = lanes;
    }

    /** @return every account in the order of configuration */
    List<AccountEntry> all() {
        Map<String, Lane> byName =
                lanes.lanes(PollLane.orders("")).stream().collect(Collectors.toMap(Lane::name, Function.identity()));
        return accounts.all().stream()
                .map(account -> entry(account, byName.get(PollLane.orders(account.id()))))
                .toList();
    }

    private AccountEntry entry(SellerAccount account, Lane lane) {
        boolean importing = settings.with(account.orders()).imports() == Imports.ENABLED;
        AccountEntry entry = AccountEntry.of(account, importing);
        if (lane == null || !account.active()) {
            return entry;
        }
        return entry.faring(
                state(lane),
                lane.lastSuccess().orElse(null),
                lane.failingSince().orElse(null),
                lane.failingSince().flatMap(since -> lane.lastError()).orElse(null),
                lane.reason().orElse(null));
    }

    private static State state(Lane lane) {
        if (lane.failingSince().isPresent()) {
            return lane.reason().filter(ReasonCode.AMAZON_UNAUTHORISED::equals).isPresent()
                    ? State.UNAUTHORISED
                    : State.FAILING;
        }
        return lane.lastSuccess().isPresent() ? State.WORKING : State.NEW;
    }
}
