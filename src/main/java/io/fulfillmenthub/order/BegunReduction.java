package io.fulfillmenthub.order;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * The intent to refund single units, recorded before the call: Commerce may have done it or not.
 *
 * @param units how many units are to be refunded
 * @param amount what is to be refunded, in the order's currency
 * @param refundedBefore what Commerce had refunded of the order before the call, in the order's currency
 * @param startedAt when the call began
 */
public record BegunReduction(int units, BigDecimal amount, BigDecimal refundedBefore, Instant startedAt) {

    boolean doneIn(CommerceOrder commerce) {
        return commerce.totalRefunded().compareTo(refundedBefore) > 0;
    }
}
