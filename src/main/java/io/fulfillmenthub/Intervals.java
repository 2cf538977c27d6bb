package io.fulfillmenthub;

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

    /** @return {@code hub.dispatch-interval} */
    public String dispatch() {
        return String.valueOf(settings.dispatchInterval().toMillis());
    }
}
