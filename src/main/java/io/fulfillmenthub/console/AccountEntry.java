package io.fulfillmenthub.console;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.fulfillmenthub.order.ReasonCode;
import io.fulfillmenthub.order.SellerAccount;
import io.fulfillmenthub.order.SellerCentral;
import java.time.Instant;
import java.util.List;

/**
 * One seller account as {@code GET /api/accounts} answers; absent parts are null, nothing is secret.
 *
 * @param id {@code amazon.accounts[].id}
 * @param state how it fares
 * @param region Amazon's region: NA, EU or FE
 * @param marketplaceIds Amazon's marketplaces
 * @param storeCode the Commerce store view that receives its orders
 * @param importing whether its orders become Commerce orders
 * @param lastSuccess when its orders were last fetched
 * @param failingSince since when they cannot be fetched
 * @param error one sentence about the last failure
 * @param reason why Amazon refuses it, null while it is only out of order
 */
record AccountEntry(
        String id,
        State state,
        String region,
        List<String> marketplaceIds,
        String storeCode,
        boolean importing,
        Instant lastSuccess,
        Instant failingSince,
        String error,
        ReasonCode reason) {

    /** How an account fares. */
    enum State {
        /** It was not asked yet. */
        NEW,
        /** Its orders are fetched. */
        WORKING,
        /** It is out of order; it goes on by itself. */
        FAILING,
        /** Amazon refuses its secrets: it is stopped until they are renewed. */
        UNAUTHORISED,
        /** Its {@code active} is false. */
        INACTIVE
    }

    /** @return an account whose orders were never asked for, or that rests */
    static AccountEntry of(SellerAccount account, boolean importing) {
        return new AccountEntry(
                account.id(),
                account.active() ? State.NEW : State.INACTIVE,
                account.region(),
                account.marketplaceIds(),
                account.storeCode(),
                importing,
                null,
                null,
                null,
                null);
    }

    /** @return the same account with what its lane tells */
    AccountEntry faring(State now, Instant success, Instant since, String sentence, ReasonCode why) {
        return new AccountEntry(id, now, region, marketplaceIds, storeCode, importing, success, since, sentence, why);
    }

    /** @return whether its orders cannot be fetched at the moment */
    public boolean failing() {
        return state == State.FAILING || state == State.UNAUTHORISED;
    }

    /** @return where the seller authorises the application, null when it is not known */
    @JsonProperty
    public String sellerCentralUrl() {
        return SellerCentral.home(marketplaceIds).orElse(null);
    }

    /** @return what an operator should do, null while nothing is to be done */
    @JsonProperty
    public String nextStep() {
        return reason == null ? null : reason.nextStep();
    }
}
