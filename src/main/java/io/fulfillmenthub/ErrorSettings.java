package io.fulfillmenthub;

import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The communication-error log, {@code hub.errors}.
 *
 * @param retention {@code hub.errors.retention}: how long refusals and failures of both sides are kept
 */
public record ErrorSettings(@DefaultValue("P30D") Duration retention) {

    public ErrorSettings {
        if (retention.isNegative() || retention.isZero()) {
            throw new IllegalArgumentException("hub.errors.retention is not usable: give a duration such as P30D");
        }
    }
}
