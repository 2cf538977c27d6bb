package io.fulfillmenthub;

import com.fasterxml.jackson.databind.SerializationFeature;
import io.fulfillmenthub.order.SampleOrders;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.springframework.http.converter.json.Jackson2ObjectMapperBuilder;

/** One example of routes/custom/examples in a Camel of its own, set up by its properties as a user would. */
final class CustomRoute implements AutoCloseable {

    private final DefaultCamelContext camel = new DefaultCamelContext();

    /** @param name the file's name without its suffix */
    CustomRoute(String name, Map<String, String> properties, Map<String, Object> beans) throws Exception {
        Properties initial = new Properties();
        initial.putAll(properties);
        camel.getPropertiesComponent().setInitialProperties(initial);
        beans.forEach(camel.getRegistry()::bind);
        Path file = Path.of("routes", "custom", "examples", name + ".camel.yaml");
        PluginHelper.getRoutesLoader(camel).loadRoutes(ResourceHelper.resolveResource(camel, "file:" + file));
        camel.start();
    }

    /** Hands over the import of a sample order. @return what became of it */
    Exchange handOver(String subscriber, String amazonOrderId) throws Exception {
        String order = Jackson2ObjectMapperBuilder.json()
                .featuresToDisable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .build()
                .writeValueAsString(SampleOrders.unshipped(amazonOrderId));
        return camel.createFluentProducerTemplate()
                .to("direct:" + subscriber)
                .withHeader("HubOrderId", "us/" + amazonOrderId)
                .withHeader("HubEventId", "order-imported:us/" + amazonOrderId)
                .withHeader("HubSlot", "order-imported")
                .withBody(order)
                .send();
    }

    /** Adds a route of the hub that the example ends in. */
    void answer(String direct, Processor processor) throws Exception {
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:" + direct).process(processor);
            }
        });
    }

    @Override
    public void close() throws IOException {
        camel.close();
    }
}
