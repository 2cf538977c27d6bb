package io.fulfillmenthub.due;

import io.fulfillmenthub.order.DueKind;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.support.DefaultConsumer;

/** Lets its route make one claim at a time; what was claimed goes on with the workers while the next claim is made. */
final class DueConsumer extends DefaultConsumer implements Runnable {

    private final DueComponent component;
    private final DueKind kind;
    private final AtomicBoolean claiming = new AtomicBoolean();

    DueConsumer(DueEndpoint endpoint, Processor route, DueComponent component, DueKind kind) {
        super(endpoint, route);
        this.component = component;
        this.kind = kind;
    }

    DueKind kind() {
        return kind;
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        component.join(this);
    }

    @Override
    protected void doStop() throws Exception {
        component.leave(this);
        super.doStop();
    }

    @Override
    public void run() {
        if (isRunAllowed() && claiming.compareAndSet(false, true)) {
            try {
                Exchange exchange = createExchange(false);
                getAsyncProcessor().process(exchange, defaultConsumerCallback(exchange, false));
            } finally {
                claiming.set(false);
            }
        }
    }
}
