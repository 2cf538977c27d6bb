package io.fulfillmenthub.console;

import io.fulfillmenthub.ledger.ShipmentBacklog.Deadlines;
import io.fulfillmenthub.ledger.Throughput;
import io.fulfillmenthub.order.OrderState;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * The start page: what is wrong first, then how the day goes.
 *
 * @param concerns what waits for a person, the gravest first
 * @param counts orders in each state
 * @param throughput the last day
 * @param deadlines orders to be shipped soon
 * @param accounts the quotas of each account
 * @param sides Amazon and Commerce
 * @param readAt when all of it was read
 */
record Dashboard(
        List<Concern> concerns,
        Map<OrderState, Long> counts,
        Throughput.Reading throughput,
        Deadlines deadlines,
        List<AccountQuotas.Quotas> accounts,
        List<RemoteSide> sides,
        Instant readAt) {

    public HourChart chart() {
        return new HourChart(throughput.hours());
    }

    public boolean nothingYet() {
        return counts.values().stream().allMatch(count -> count == 0);
    }
}
