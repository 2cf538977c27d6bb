package io.fulfillmenthub.console;

import io.fulfillmenthub.ledger.AttentionGroup;
import io.fulfillmenthub.ledger.OrderBook;
import io.fulfillmenthub.ledger.ParkedWork;
import io.fulfillmenthub.ledger.ShipmentBacklog;
import io.fulfillmenthub.ledger.Throughput;
import io.fulfillmenthub.order.ReasonCode;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Gathers the dashboard. */
@Component
class DashboardReport {

    private static final int CAUSES_SHOWN = 8;

    /** A reason with many subjects does not hide the other reasons. */
    private static final int CAUSES_OF_ONE_REASON = 3;

    private final OrderBook orders;
    private final ParkedWork parked;
    private final Throughput throughput;
    private final ShipmentBacklog backlog;
    private final AccountQuotas quotas;
    private final RemoteSides sides;
    private final ObjectProvider<CustomRouteFiles> files;
    private final Clock clock;

    DashboardReport(
            OrderBook orders,
            ParkedWork parked,
            Throughput throughput,
            ShipmentBacklog backlog,
            AccountQuotas quotas,
            RemoteSides sides,
            ObjectProvider<CustomRouteFiles> files,
            Clock clock) {
        this.orders = orders;
        this.parked = parked;
        this.throughput = throughput;
        this.backlog = backlog;
        this.quotas = quotas;
        this.sides = sides;
        this.files = files;
        this.clock = clock;
    }

    Dashboard read() {
        Instant now = clock.instant();
        ShipmentBacklog.Reading parcels = backlog.read();
        RemoteSide amazon = sides.amazon();
        RemoteSide commerce = sides.commerce();
        return new Dashboard(
                concerns(amazon, commerce, parcels, now),
                orders.counts(),
                throughput.read(),
                parcels.deadlines(),
                quotas.all(parcels),
                List.of(amazon, commerce),
                now);
    }

    private List<Concern> concerns(
            RemoteSide amazon, RemoteSide commerce, ShipmentBacklog.Reading parcels, Instant now) {
        List<Concern> concerns = new ArrayList<>();
        amazon.failing().forEach(lane -> concerns.add(Concern.ofAmazon(lane)));
        commerce.failing().forEach(lane -> concerns.add(Concern.ofCommerce(lane)));
        files.ifAvailable(known -> known.leftOut().forEach(file -> concerns.add(Concern.leftOut(file))));
        if (parcels.deadlines().missed() > 0) {
            concerns.add(Concern.late(parcels.deadlines().missed(), now));
        }
        List<AttentionGroup> groups = parked.groups(CAUSES_OF_ONE_REASON);
        groups.stream()
                .sorted(Comparator.comparingLong(AttentionGroup::size).reversed())
                .limit(CAUSES_SHOWN)
                .forEach(group -> concerns.add(Concern.of(group)));
        long hidden = causes(groups) - Math.min(groups.size(), CAUSES_SHOWN);
        if (hidden > 0) {
            concerns.add(Concern.more(hidden));
        }
        return concerns;
    }

    private static long causes(List<AttentionGroup> groups) {
        Map<ReasonCode, Long> byReason = new EnumMap<>(ReasonCode.class);
        groups.forEach(group -> byReason.put(group.reason(), group.reasonGroups()));
        return byReason.values().stream().mapToLong(Long::longValue).sum();
    }
}
