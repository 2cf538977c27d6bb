package io.fulfillmenthub.ledger;

import io.fulfillmenthub.order.ImportPolicy;
import io.fulfillmenthub.order.Slot;
import io.fulfillmenthub.order.SplitRule;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** The reading side of the ledger and the operator's actions, without the parts that do the work. */
@Import({
    OrderBook.class,
    ErrorLog.class,
    FailedWork.class,
    OrderExport.class,
    OrdersByAccount.class,
    OrderRows.class,
    BuyerSearch.class,
    TestKeys.class,
    OperatorActions.class,
    ParkedWork.class,
    QuotaReport.class,
    ShipmentBacklog.class,
    Throughput.class,
    OrderRepairs.class,
    LedgerSkuAliases.class,
    Cancellations.class,
    ClaimedWork.class,
    Attentions.class,
    Outbox.class,
    CanonicalJson.class,
    JacksonOrderDocuments.class,
    Subscribers.class,
    Replays.class,
    AddressCorrections.class,
    NewOrderRow.class,
    LedgerFigures.class,
    History.class,
    WithheldRequests.class,
    Deployment.class,
    ReadOnlyMode.class,
    LaneReport.class,
    LedgerRows.class
})
public class LedgerReading {

    @Bean
    ImportPolicy importPolicy() {
        return new ImportPolicy(true, Map.of());
    }

    @Bean
    DeploymentSettings deployment() {
        return new DeploymentSettings(false, Map.of("commerce", "https://shop.example.com"));
    }

    @Bean
    LedgerSettings settings() {
        Map<Slot, List<String>> subscribers = Map.of(Slot.ORDER_IMPORTED, List.of("erp"));
        return new LedgerSettings(
                Duration.ofMinutes(2),
                Duration.ofMinutes(5),
                Duration.ofSeconds(15),
                Duration.ofSeconds(30),
                SplitRule.values()[0],
                subscribers);
    }
}
