package io.fulfillmenthub.ledger;

import java.time.Duration;

/**
 * How long the ledger keeps what it need not keep for ever.
 *
 * @param personalData {@code hub.privacy.retention}: from the end of an order on
 * @param errors {@code hub.errors.retention}
 */
public record Retention(Duration personalData, Duration errors) {}
