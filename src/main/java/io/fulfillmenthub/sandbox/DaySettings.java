package io.fulfillmenthub.sandbox;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The keys {@code sandbox.day.*} of a day that passes by itself.
 *
 * @param enabled whether buyers and warehouses act by themselves
 * @param pace the time between two happenings
 * @param limit how many orders may be neither shipped nor cancelled before no new ones arrive
 * @param seed makes the same day again in an empty sandbox, or null for another one each time
 */
@ConfigurationProperties("sandbox.day")
record DaySettings(
        @DefaultValue("false") boolean enabled,
        @DefaultValue("PT3S") Duration pace,
        @DefaultValue("200") int limit,
        Long seed) {

    DaySettings {
        if (pace.isZero() || pace.isNegative()) {
            throw new IllegalArgumentException("sandbox.day.pace must be above 0; give a duration such as PT3S");
        }
        if (limit < 0) {
            throw new IllegalArgumentException("sandbox.day.limit must not be negative; 0 lets no new orders arrive");
        }
    }
}
