package io.fulfillmenthub.due;

import io.fulfillmenthub.order.DueKind;
import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.support.DefaultEndpoint;

/** The address {@code due?kind=…}. */
final class DueEndpoint extends DefaultEndpoint {

    private final DueComponent component;
    private final DueKind kind;

    DueEndpoint(String uri, DueComponent component, DueKind kind) {
        super(uri, component);
        this.component = component;
        this.kind = kind;
    }

    /** @throws UnsupportedOperationException always: nothing is sent to due work */
    @Override
    public Producer createProducer() {
        throw new UnsupportedOperationException(
                "A route can only begin with " + getEndpointUri() + "; nothing can be sent there");
    }

    @Override
    public Consumer createConsumer(Processor route) throws Exception {
        DueConsumer consumer = new DueConsumer(this, route, component, kind);
        configureConsumer(consumer);
        return consumer;
    }
}
