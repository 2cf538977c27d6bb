package io.fulfillmenthub.check;

import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.support.DefaultConsumer;
import org.apache.camel.support.DefaultEndpoint;
import org.apache.camel.support.DefaultProducer;

/** Stands where an endpoint to the outside was: what is sent there is recorded and answered, and nothing ever comes in. */
final class RecordedEndpoint extends DefaultEndpoint {

    private final OutsideWorld world;

    RecordedEndpoint(Endpoint real, OutsideWorld world) {
        super(real.getEndpointUri(), null);
        setCamelContext(real.getCamelContext());
        this.world = world;
    }

    @Override
    public Producer createProducer() {
        return new DefaultProducer(this) {
            @Override
            public void process(Exchange exchange) {
                world.sent(getEndpointUri(), exchange);
            }
        };
    }

    @Override
    public Consumer createConsumer(Processor processor) {
        return new DefaultConsumer(this, processor);
    }
}
