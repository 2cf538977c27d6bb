package io.fulfillmenthub.ledger;

import static io.fulfillmenthub.ledger.Columns.time;

import io.fulfillmenthub.order.Decision;
import io.fulfillmenthub.order.Decision.Action;
import io.fulfillmenthub.order.ImportPolicy;
import io.fulfillmenthub.order.Money;
import io.fulfillmenthub.order.Order;
import io.fulfillmenthub.order.OrderState;
import io.fulfillmenthub.order.ReasonCode;
import java.util.Optional;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.stereotype.Component;

/** An order as the columns of its row, personal ones sealed. */
@Component
class NewOrderRow {

    private final OrderDocuments documents;
    private final ImportPolicy policy;
    private final Seal seal;
    private final BuyerIndex index;

    NewOrderRow(OrderDocuments documents, ImportPolicy policy, Seal seal, BuyerIndex index) {
        this.documents = documents;
        this.policy = policy;
        this.seal = seal;
        this.index = index;
    }

    MapSqlParameterSource of(Order order) {
        Decision decision = policy.decide(order, false, false);
        OrderState state = decision.action() == Action.IMPORT ? OrderState.READY : OrderState.WAITING;
        Optional<Money> total = Optional.ofNullable(order.grandTotal());
        return sealed(order)
                .addValue("marketplace", order.marketplaceId())
                .addValue("purchased", time(order.purchaseDate()))
                .addValue("updated", time(order.lastUpdated()))
                .addValue("status", order.status().name())
                .addValue("fulfilledBy", order.fulfilledBy().name())
                .addValue("total", total.map(Money::amount).orElse(null))
                .addValue(
                        "currency",
                        total.map(money -> money.currency().getCurrencyCode()).orElse(null))
                .addValue("shipBy", time(order.shipBy().latest()))
                .addValue("units", order.units())
                .addValue("state", state.name())
                .addValue("reason", decision.why().map(ReasonCode::name).orElse(null))
                .addValue("note", decision.why().map(ReasonCode::nextStep).orElse(null));
    }

    /** @return the identity and the sealed columns only */
    MapSqlParameterSource sealed(Order order) {
        String buyer = order.buyerName().orElse(null);
        return new MapSqlParameterSource()
                .addValue("account", order.accountId())
                .addValue("order", order.amazonOrderId())
                .addValue("document", documents.seal(order))
                .addValue("sealedWith", seal.keyId())
                .addValue("buyer", seal.seal(buyer))
                .addValue("grams", index.grams(buyer))
                .addValue("emailToken", index.emailToken(order.buyer().email()));
    }
}
