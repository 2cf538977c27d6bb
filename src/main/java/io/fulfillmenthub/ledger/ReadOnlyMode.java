package io.fulfillmenthub.ledger;

import io.fulfillmenthub.order.OutgoingRequest;
import io.fulfillmenthub.order.SendGate;
import io.fulfillmenthub.order.WithheldException;
import jakarta.annotation.PostConstruct;
import java.util.List;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Read-only mode: changing requests are recorded instead of sent. It is on when {@code hub.read-only} says so, and by itself
 * when the database belongs to another deployment, which means that it was copied.
 */
@Component("readOnlyMode")
public class ReadOnlyMode implements SendGate {

    private static final Logger LOG = LoggerFactory.getLogger(ReadOnlyMode.class);
    private static final String OTHER_DEPLOYMENT =
            "This database belongs to another deployment: if it is a copy, use an"
                    + " empty database; if the addresses were changed on purpose, confirm them on the console or with"
                    + " POST /api/read-only/confirm";
    private static final String CONFIGURED = "Set hub.read-only to false and restart";
    private static final List<String> WORK = List.of("orders", "packages", "received_shipments", "cancellations");

    private final DeploymentSettings settings;
    private final Deployment deployment;
    private final WithheldRequests requests;
    private final TransactionTemplate transactions;

    ReadOnlyMode(
            DeploymentSettings settings,
            Deployment deployment,
            WithheldRequests requests,
            TransactionTemplate transactions) {
        this.settings = settings;
        this.deployment = deployment;
        this.requests = requests;
        this.transactions = transactions;
    }

    /** Compares the database with the settings; work that was withheld goes on when nothing is withheld any more. */
    @PostConstruct
    void begin() {
        deployment.remember();
        ReadOnlyReport report = report();
        if (report.copied()) {
            LOG.error(
                    "READ-ONLY: nothing that changes Amazon or Commerce is sent. {}. {}",
                    report.differences(),
                    report.remedy());
        } else if (report.active()) {
            LOG.warn("READ-ONLY: nothing that changes Amazon or Commerce is sent. {}", report.remedy());
        } else {
            release();
        }
    }

    /** @return whether changing requests are recorded instead of sent */
    public boolean active() {
        return settings.readOnly() || !deployment.differences().isEmpty();
    }

    @Override
    public void pass(Supplier<OutgoingRequest> request) {
        if (active()) {
            OutgoingRequest withheld = request.get();
            transactions.executeWithoutResult(change -> requests.add(withheld));
            throw new WithheldException(withheld.operation());
        }
    }

    /** @return whether, why, and what ends it */
    public ReadOnlyReport report() {
        var differences = deployment.differences();
        boolean active = settings.readOnly() || !differences.isEmpty();
        String remedy = differences.isEmpty() ? CONFIGURED : OTHER_DEPLOYMENT;
        return new ReadOnlyReport(active, settings.readOnly(), differences, active ? remedy : "", requests.waiting());
    }

    /**
     * Makes the configured deployment the one the database belongs to; withheld work goes on, unless {@code hub.read-only} is
     * set.
     *
     * @return whether there was anything to confirm
     */
    public boolean confirm(String operator) {
        if (deployment.differences().isEmpty()) {
            return false;
        }
        LOG.warn("READ-ONLY: the new deployment is confirmed by {}: {}", operator, deployment.differences());
        deployment.confirm(operator);
        if (!active()) {
            release();
        }
        return true;
    }

    private void release() {
        transactions.executeWithoutResult(change -> requests.release(WORK));
    }
}
