package io.fulfillmenthub.routes;

import io.fulfillmenthub.order.AmazonStatus;
import io.fulfillmenthub.order.DueOrder;
import io.fulfillmenthub.order.FulfilledBy;
import io.fulfillmenthub.order.ImportPolicy;
import io.fulfillmenthub.order.Order;
import io.fulfillmenthub.order.OrderState;
import io.fulfillmenthub.order.SampleOrders;
import java.util.Map;
import org.apache.camel.EndpointInject;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.spring.boot.CamelAutoConfiguration;
import org.apache.camel.test.spring.junit5.CamelSpringBootTest;
import org.apache.camel.test.spring.junit5.MockEndpointsAndSkip;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;

/** The content-based router as it stands in {@code routes/order-dispatch.camel.yaml}, with mocks where its branches lead. */
@CamelSpringBootTest
@MockEndpointsAndSkip("direct:order-import|direct:order-cancel|direct:order-complete")
@SpringBootTest(
        classes = OrderRouterTest.Router.class,
        properties = {
            "hub.enabled=false",
            "spring.config.location=optional:classpath:/none.yaml",
            "camel.main.routes-include-pattern=file:routes/order-dispatch.camel.yaml",
            "camel.main.route-filter-include-pattern=order-route"
        })
class OrderRouterTest {

    @Autowired
    private ProducerTemplate hub;

    @EndpointInject("mock:direct:order-import")
    private MockEndpoint imported;

    @EndpointInject("mock:direct:order-cancel")
    private MockEndpoint cancelled;

    @EndpointInject("mock:direct:order-complete")
    private MockEndpoint completed;

    @EndpointInject("mock:settled")
    private MockEndpoint settled;

    @BeforeEach
    void reset() {
        MockEndpoint.resetMocks(hub.getCamelContext());
    }

    @ParameterizedTest(name = "{0} {1}, in Commerce: {2} → {3}")
    @CsvSource({
        "MERCHANT, UNSHIPPED, false, import",
        "MERCHANT, PENDING, false, settle",
        "MERCHANT, CANCELLED, false, cancel",
        "MERCHANT, SHIPPED, true, complete",
        "MERCHANT, CANCELLED, true, cancel",
        "AMAZON, UNSHIPPED, false, settle",
        "AMAZON, SHIPPED, false, import"
    })
    void sendsAnOrderTheWayItsChannelAndStatusDemand(
            FulfilledBy channel, AmazonStatus status, boolean inCommerce, String way) throws InterruptedException {
        imported.expectedMessageCount("import".equals(way) ? 1 : 0);
        cancelled.expectedMessageCount("cancel".equals(way) ? 1 : 0);
        completed.expectedMessageCount("complete".equals(way) ? 1 : 0);
        settled.expectedMessageCount("settle".equals(way) ? 1 : 0);

        hub.sendBody("direct:order-route", due(SampleOrders.order("111-0000000-0000001", status, channel), inCommerce));

        MockEndpoint.assertIsSatisfied(hub.getCamelContext());
    }

    private static DueOrder due(Order order, boolean inCommerce) {
        ImportPolicy policy = new ImportPolicy(true, Map.of());
        return new DueOrder(
                order,
                OrderState.READY,
                policy.decide(order, inCommerce, false),
                1,
                null,
                inCommerce ? 7L : null,
                Map.of());
    }

    /** Where the router leads when an order waits: the ledger, replaced by a mock. */
    @ImportAutoConfiguration(CamelAutoConfiguration.class)
    static class Router {

        @Bean
        WaitingOrders orderLedger(ProducerTemplate mocks) {
            return order -> mocks.sendBody("mock:settled", order);
        }
    }

    /** What the router asks of the ledger. */
    public interface WaitingOrders {

        void settle(DueOrder order);
    }
}
