package io.fulfillmenthub;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.StatefulService;
import org.apache.camel.spi.PollingConsumerPollStrategy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** A queue that cannot be read is one warning, not one at each try: orders are polled all the same. */
@Component("queueOutages")
public class QueueOutages implements PollingConsumerPollStrategy {

    private static final Logger LOG = LoggerFactory.getLogger(QueueOutages.class);

    private final Set<String> out = ConcurrentHashMap.newKeySet();

    @Override
    public boolean begin(Consumer consumer, Endpoint endpoint) {
        return true;
    }

    @Override
    public void commit(Consumer consumer, Endpoint endpoint, int polled) {
        if (out.remove(endpoint.getEndpointBaseUri())) {
            LOG.info("The queue {} can be read again", endpoint.getEndpointBaseUri());
        }
    }

    @Override
    public boolean rollback(Consumer consumer, Endpoint endpoint, int retries, Exception cause) {
        boolean stopping = consumer instanceof StatefulService service && !service.isRunAllowed();
        if (!stopping && out.add(endpoint.getEndpointBaseUri())) {
            LOG.warn(
                    "The queue {} cannot be read ({}): until it can, changed orders are found by polling alone",
                    endpoint.getEndpointBaseUri(),
                    cause.getClass().getSimpleName());
        }
        return false;
    }
}
