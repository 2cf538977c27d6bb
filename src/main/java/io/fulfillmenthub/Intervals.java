package io.fulfillmenthub;

import java.time.Duration;
import org.springframework.stereotype.Component;

/** The schedules of the routes in milliseconds, as Camel's endpoints want them: {@code {{bean:intervals.…}}} in YAML. */
@Component("intervals")
public class Intervals {

    private final HubSettings settings;

    Intervals(HubSettings settings) {
        this.settings = settings;
    }

    /** @return {@code hub.poll.orders} */
    public String orders() {
        return String.valueOf(settings.poll().orders().toMillis());
    }

    /** @return {@code hub.poll.shipments} */
    public String shipments() {
        return String.valueOf(settings.poll().shipments().toMillis());
    }

    /** @return how often to see whether a sweep is due or goes on: {@code hub.poll.sweep}, at least once an hour */
    public String sweep() {
        return shortest(settings.poll().sweep(), Duration.ofHours(1));
    }

    /** @return how often stale orders are looked for: {@code hub.poll.stale-after}, at least once a minute */
    public String refresh() {
        return shortest(settings.poll().staleAfter(), Duration.ofMinutes(1));
    }

    private static String shortest(Duration one, Duration other) {
        return String.valueOf(Math.min(one.toMillis(), other.toMillis()));
    }

    /** @return {@code hub.dispatch-interval}, for routes of one's own; those of the hub wait at {@code due} */
    public String dispatch() {
        return String.valueOf(settings.dispatchInterval().toMillis());
    }

    /** @return ten times that, for what is done for each account */
    public String unhurried() {
        return String.valueOf(settings.unhurriedInterval().toMillis());
    }
}
