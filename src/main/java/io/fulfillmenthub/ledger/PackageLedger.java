package io.fulfillmenthub.ledger;

import io.fulfillmenthub.order.ConfirmedShipment;
import io.fulfillmenthub.order.DuePackage;
import io.fulfillmenthub.order.OrderKey;
import io.fulfillmenthub.order.PackageProof;
import io.fulfillmenthub.order.ReasonCode;
import io.fulfillmenthub.order.Slot;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What becomes of claimed parcels: sent, proven by Amazon's own answer, or dropped by Amazon in silence. */
@Component("packageLedger")
public class PackageLedger {

    private static final Logger LOG = LoggerFactory.getLogger(PackageLedger.class);

    /** How often Amazon is asked again for the tracking before it counts as dropped: with 30 s, 1 min, … half an hour. */
    private static final int PROOFS = 6;

    private static final String FENCE = " where account_id = :account and amazon_order_id = :order"
            + " and package_reference_id = :reference and attempt = :attempt";

    private static final String SENT =
            "update packages set state = 'SENT', sent_at = now(), attempts = 0, reason = null,"
                    + " note = null, doubted = :doubted, updated_at = now()" + FENCE;

    private static final String LOOK_AGAIN = """
            update packages set locked_until = '-infinity', updated_at = now(), reason = :reason, note = :note,
                state = case :next when 'WAIT' then state when 'RESEND' then 'PENDING' else 'NEEDS_ATTENTION' end,
                version = version + case :next when 'RESEND' then 1 else 0 end,
                resent = resent or :next = 'RESEND',
                attempts = case :next when 'RESEND' then 0 else attempts end,
                due_at = case :next when 'WAIT' then now() + make_interval(secs => :delay) * power(2, attempts)
                    when 'RESEND' then now() end""" + FENCE;

    private final JdbcClient jdbc;
    private final OrderIntake orders;
    private final History history;
    private final Outbox outbox;
    private final Attentions attentions;
    private final Lanes lanes;
    private final ParcelRows rows;
    private final Duration proofDelay;
    private final Set<String> unmapped = ConcurrentHashMap.newKeySet();

    PackageLedger(
            JdbcClient jdbc,
            OrderIntake orders,
            History history,
            Outbox outbox,
            Attentions attentions,
            Lanes lanes,
            ParcelRows rows,
            LedgerSettings settings) {
        this.jdbc = jdbc;
        this.orders = orders;
        this.history = history;
        this.outbox = outbox;
        this.attentions = attentions;
        this.lanes = lanes;
        this.rows = rows;
        this.proofDelay = settings.proofDelay();
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
        String told = "Amazon accepted package " + parcel.packageReferenceId();
        int rows = bind(history.with(SENT, "PACKAGE_SENT", told), parcel)
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
        DuePackage parcel = proof.sent();
        rows.lockOrder(parcel.key());
        orders.receiveAll(List.of(proof.shown()));
        if (proof.holds()) {
            confirm(parcel);
        } else {
            lookAgain(parcel);
        }
        lanes.worked("amazon/" + parcel.key().accountId());
    }

    private void confirm(DuePackage parcel) {
        int changed = bind(
                        "update packages set state = 'CONFIRMED', confirmed_at = now(), reason = null, note = null,"
                                + " due_at = null, locked_until = '-infinity', updated_at = now()" + FENCE,
                        parcel)
                .update();
        require(changed, parcel);
        history.add(parcel.key(), "PACKAGE_CONFIRMED", "Amazon shows package " + parcel.packageReferenceId());
        String event = parcel.packageReferenceId() + "/" + parcel.version();
        outbox.add(parcel.key(), Slot.SHIPMENT_CONFIRMED, event, ConfirmedShipment.of(parcel));
        rows.shipped(parcel.key());
        LOG.info("shipment-confirm {} package {} confirmed", parcel.key(), parcel.packageReferenceId());
    }

    /** Not shown yet: another look later; after the last look the parcel is sent once more as an edit, then parked. */
    private void lookAgain(DuePackage parcel) {
        Looks looks = bind("select attempts, resent from packages" + FENCE + " for update", parcel)
                .query((row, number) -> new Looks(row.getInt(1), row.getBoolean(2)))
                .optional()
                .orElseThrow(() -> new ClaimLostException(parcel.key()));
        String missing = "Amazon does not show package " + parcel.packageReferenceId();
        if (parcel.doubted()) {
            park(parcel, ReasonCode.SHIPPED_DIFFERENTLY);
        } else if (looks.taken() < PROOFS) {
            record(parcel, "WAIT", null, "PACKAGE_NOT_SHOWN", missing + " yet");
        } else if (!looks.resent()) {
            record(parcel, "RESEND", null, "PACKAGE_RESENT", missing + ": it is sent once more");
        } else {
            park(parcel, ReasonCode.TRACKING_DROPPED);
        }
    }

    private void park(DuePackage parcel, ReasonCode reason) {
        record(parcel, "PARK", reason, "NEEDS_ATTENTION", reason + ": " + reason.nextStep());
        attentions.raise(parcel, reason, "Amazon accepted the package but does not show it");
    }

    private void record(DuePackage parcel, String next, ReasonCode reason, String event, String told) {
        bind(history.with(LOOK_AGAIN, event, told), parcel)
                .param("next", next)
                .param("reason", reason == null ? null : reason.name())
                .param("note", reason == null ? null : reason.nextStep())
                .param("delay", proofDelay.toMillis() / 1000.0)
                .update();
    }

    private record Looks(int taken, boolean resent) {}

    private StatementSpec bind(String sql, DuePackage parcel) {
        return bind(jdbc.sql(sql), parcel);
    }

    private static StatementSpec bind(StatementSpec statement, DuePackage parcel) {
        return statement
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
