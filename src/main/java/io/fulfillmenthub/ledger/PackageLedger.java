package io.fulfillmenthub.ledger;

import io.fulfillmenthub.order.DuePackage;
import io.fulfillmenthub.order.OrderKey;
import io.fulfillmenthub.order.PackageProof;
import io.fulfillmenthub.order.ReasonCode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What becomes of claimed parcels: sent, proven by Amazon's own answer, or dropped by Amazon in silence. */
@Component("packageLedger")
public class PackageLedger {

    private static final Logger LOG = LoggerFactory.getLogger(PackageLedger.class);

    /** How often Amazon is asked for the tracking before it counts as dropped: 30 s, 1 min, … about half an hour. */
    private static final int PROOFS = 6;

    private static final String FENCE = " where account_id = :account and amazon_order_id = :order"
            + " and package_reference_id = :reference and attempt = :attempt";

    private static final String SHIPPED = """
            update orders o set state = 'SHIPPED', due_at = now(), updated_at = now()
            where account_id = :account and amazon_order_id = :order and state in ('IMPORTED', 'NEEDS_ATTENTION')
                and commerce_order_id is not null and import_started_at is null
                and units <= (select coalesce(sum(units.count::int), 0)
                    from packages p, json_each_text(p.units::json) as units(item, count)
                    where p.account_id = o.account_id and p.amazon_order_id = o.amazon_order_id
                        and p.state = 'CONFIRMED')""";

    private final JdbcClient jdbc;
    private final OrderIntake orders;
    private final History history;
    private final Lanes lanes;
    private final Set<String> unmapped = ConcurrentHashMap.newKeySet();

    PackageLedger(JdbcClient jdbc, OrderIntake orders, History history, Lanes lanes) {
        this.jdbc = jdbc;
        this.orders = orders;
        this.history = history;
        this.lanes = lanes;
    }

    /**
     * Lets through what Amazon may be told.
     *
     * @throws io.fulfillmenthub.order.RejectedException when the buyer asks to cancel, or the tracking number cannot be one
     */
    public DuePackage check(DuePackage parcel) {
        return parcel.checked();
    }

    /**
     * Records that Amazon accepted a parcel, or knows it already.
     *
     * @throws ClaimLostException when another worker took over
     */
    @Transactional
    public DuePackage sent(DuePackage parcel) {
        int rows = bind(
                        "update packages set state = 'SENT', sent_at = now(), attempts = 0, reason = null, note = null,"
                                + " doubted = :doubted, updated_at = now()" + FENCE,
                        parcel)
                .param("doubted", parcel.doubted())
                .update();
        require(rows, parcel);
        if (parcel.carrier().unmapped()) {
            warnOf(parcel);
        }
        return parcel;
    }

    private void warnOf(DuePackage parcel) {
        String name = parcel.carrier().name();
        history.add(
                parcel.key(),
                "CARRIER_UNMAPPED",
                "Package " + parcel.packageReferenceId() + " went out as Other with the carrier name " + name
                        + ": map it in amazon.carriers or amazon.carrier-rules if Amazon lists the carrier");
        if (unmapped.add(String.valueOf(name))) {
            LOG.warn("The carrier {} is not mapped: Amazon is told Other; see amazon.carrier-rules", name);
        }
    }

    /** Records what Amazon shows of a parcel it accepted: the proof, or another look later, or the loss. */
    @Transactional
    public void proven(PackageProof proof) {
        orders.receiveAll(List.of(proof.shown()));
        DuePackage parcel = proof.sent();
        if (proof.holds()) {
            confirm(parcel);
        } else {
            lookAgain(parcel);
        }
        lanes.worked("amazon/" + parcel.key().accountId());
    }

    private void confirm(DuePackage parcel) {
        int rows = bind(
                        "update packages set state = 'CONFIRMED', confirmed_at = now(), reason = null, note = null,"
                                + " due_at = null, locked_until = '-infinity', updated_at = now()" + FENCE,
                        parcel)
                .update();
        require(rows, parcel);
        history.add(parcel.key(), "PACKAGE_CONFIRMED", "Amazon shows package " + parcel.packageReferenceId());
        jdbc.sql(SHIPPED).params(identity(parcel.key())).update();
        LOG.info("shipment-confirm {} package {} confirmed", parcel.key(), parcel.packageReferenceId());
    }

    private void lookAgain(DuePackage parcel) {
        int rows = bind(
                        "update packages set locked_until = '-infinity', updated_at = now(),"
                                + " state = case when attempts < :proofs then state else 'NEEDS_ATTENTION' end,"
                                + " reason = case when attempts < :proofs then null else :reason end,"
                                + " note = case when attempts < :proofs then null else :note end,"
                                + " due_at = case when attempts < :proofs"
                                + " then now() + interval '30 seconds' * power(2, attempts) end" + FENCE,
                        parcel)
                .param("proofs", PROOFS)
                .param("reason", ReasonCode.TRACKING_DROPPED.name())
                .param("note", ReasonCode.TRACKING_DROPPED.nextStep())
                .update();
        require(rows, parcel);
    }

    private JdbcClient.StatementSpec bind(String sql, DuePackage parcel) {
        return jdbc.sql(sql)
                .params(identity(parcel.key()))
                .param("reference", parcel.packageReferenceId())
                .param("attempt", parcel.attempt());
    }

    private static Map<String, String> identity(OrderKey key) {
        return Map.of("account", key.accountId(), "order", key.amazonOrderId());
    }

    private static void require(int rows, DuePackage parcel) {
        if (rows == 0) {
            throw new ClaimLostException(parcel.key());
        }
    }
}
