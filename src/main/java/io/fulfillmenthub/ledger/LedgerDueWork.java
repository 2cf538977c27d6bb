package io.fulfillmenthub.ledger;

import io.fulfillmenthub.order.DueKind;
import io.fulfillmenthub.order.DueWork;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which kinds of work are due, by one statement. */
@Component
public class LedgerDueWork implements DueWork {

    /** Each kind as widely as its claim in {@code sql/} sees it: what a lane or a quota holds back there counts as due here. */
    private static final String LOOK = """
            select 'ORDERS' where exists (
                select from orders
                where due_at <= now() - make_interval(secs => :patience) and locked_until <= now()
                    and account_id <> all (cast(:resting as text[])))
            union all select 'ANNOUNCEMENTS' where :patience > 0 and exists (
                select from orders
                where due_at <= now() and due_at > now() - make_interval(secs => :patience)
                    and locked_until <= now() and announced_for is distinct from due_at
                    and account_id <> all (cast(:resting as text[])))
            union all select 'DELIVERIES' where not :readOnly and exists (
                select from deliveries
                where subscriber = any (cast(:subscribers as text[])) and due_at <= now() and locked_until <= now())
            union all select 'PACKAGES' where exists (
                select from packages p join orders o using (account_id, amazon_order_id)
                where p.due_at <= now() and p.locked_until <= now() and o.amazon_status <> 'CANCELLED'
                    and p.account_id <> all (cast(:resting as text[])))
            union all select 'RECEIVED_SHIPMENTS' where exists (
                select from received_shipments r join orders o using (account_id, amazon_order_id)
                where r.due_at <= now() and r.locked_until <= now()
                    and o.commerce_order_id is not null and o.amazon_status <> 'CANCELLED')
            union all select 'SHIPMENT_CHECKS' where exists (select from shipment_checks where urgent)
            union all select 'CANCELLATIONS' where exists (
                select from cancellations where due_at <= now() and locked_until <= now())""";

    private final JdbcClient jdbc;
    private final Claims claims;
    private final Announcements announcements;
    private final ReadOnlyMode readOnlyMode;
    private final Rehearsals rehearsals;

    LedgerDueWork(
            JdbcClient jdbc,
            Claims claims,
            Announcements announcements,
            ReadOnlyMode readOnlyMode,
            Rehearsals rehearsals) {
        this.jdbc = jdbc;
        this.claims = claims;
        this.announcements = announcements;
        this.readOnlyMode = readOnlyMode;
        this.rehearsals = rehearsals;
    }

    @Override
    public Set<DueKind> look() {
        Set<DueKind> due = EnumSet.noneOf(DueKind.class);
        if (rehearsals.asked()) {
            due.add(DueKind.REHEARSALS);
        }
        jdbc.sql(LOOK)
                .param("patience", announcements.patienceSeconds())
                .param("resting", claims.resting())
                .param("readOnly", readOnlyMode.active())
                .param("subscribers", claims.subscribers())
                .query(String.class)
                .list()
                .forEach(kind -> due.add(DueKind.valueOf(kind)));
        return due;
    }
}
