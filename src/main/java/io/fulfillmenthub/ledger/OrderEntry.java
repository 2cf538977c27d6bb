package io.fulfillmenthub.ledger;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.fulfillmenthub.order.Money;
import io.fulfillmenthub.order.OrderState;
import io.fulfillmenthub.order.SellerCentral;
import java.time.Instant;

/**
 * One order as a list shows it; the names are those of the HTTP API, absent parts are null.
 *
 * @param amazonOrderId Amazon's order id
 * @param accountId the seller account
 * @param marketplaceId Amazon's marketplace
 * @param purchaseDate when the buyer ordered
 * @param amazonStatus Amazon's status
 * @param fulfilledBy who ships: MERCHANT or AMAZON
 * @param buyerName the name to show for the buyer
 * @param shipBy when the merchant must have shipped it at the latest
 * @param total Amazon's grand total
 * @param state the hub's state
 * @param commerceOrderId Commerce's {@code entity_id}
 * @param commerceOrderNumber Commerce's {@code increment_id}
 * @param reason the code of the reason why it waits, is left alone or is parked
 * @param note what happened last, or what to do next
 * @param attempts attempts since the last success
 * @param updatedAt when the hub last changed it
 */
public record OrderEntry(
        String amazonOrderId,
        String accountId,
        String marketplaceId,
        Instant purchaseDate,
        String amazonStatus,
        String fulfilledBy,
        String buyerName,
        Instant shipBy,
        Money total,
        OrderState state,
        Long commerceOrderId,
        String commerceOrderNumber,
        String reason,
        String note,
        int attempts,
        Instant updatedAt) {

    /** @return where the seller manages it by hand, null without a known marketplace */
    @JsonProperty
    public String sellerCentralUrl() {
        return SellerCentral.order(marketplaceId, amazonOrderId).orElse(null);
    }

    /** @return whether asking for a retry makes sense: it is neither completed nor cancelled */
    public boolean retryable() {
        return state != OrderState.COMPLETED && state != OrderState.CANCELLED;
    }

    /** @return the identity, state and nothing personal */
    @Override
    public String toString() {
        return "OrderEntry[" + accountId + "/" + amazonOrderId + " " + state + "]";
    }
}
