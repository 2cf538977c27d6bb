package io.fulfillmenthub;

import io.fulfillmenthub.order.SellerAccount;
import io.fulfillmenthub.order.SellerAccounts;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.TemplatedRouteBuilder;
import org.apache.camel.model.ModelCamelContext;
import org.apache.camel.spring.boot.CamelContextConfiguration;
import org.springframework.stereotype.Component;

/** The routes there is one of per account, per subscriber and per drop folder, made from their templates before Camel starts. */
@Component
class TemplatedRoutes implements CamelContextConfiguration {

    private final SellerAccounts accounts;
    private final HubSettings settings;

    TemplatedRoutes(SellerAccounts accounts, HubSettings settings) {
        this.accounts = accounts;
        this.settings = settings;
    }

    @Override
    public void beforeApplicationStart(CamelContext context) {
        for (String subscriber : settings.subscribers().orderImported()) {
            requireRoute((ModelCamelContext) context, subscriber);
            TemplatedRouteBuilder.builder(context, "order-subscriber")
                    .routeId("subscriber-" + subscriber)
                    .parameter("name", subscriber)
                    .add();
        }
        for (SellerAccount account : accounts.active()) {
            TemplatedRouteBuilder.builder(context, "order-poll-trigger")
                    .routeId("order-poll-" + account.id())
                    .parameter("account", account.id())
                    .add();
            TemplatedRouteBuilder.builder(context, "order-sweep-trigger")
                    .routeId("order-sweep-" + account.id())
                    .parameter("account", account.id())
                    .add();
        }
        if (!settings.shipments().dropFolder().isBlank()) {
            TemplatedRouteBuilder.builder(context, "shipment-drop")
                    .routeId("shipment-drop-folder")
                    .parameter("folder", settings.shipments().dropFolder().strip())
                    .add();
        }
    }

    @Override
    public void afterApplicationStart(CamelContext context) {
        // nothing is left to do
    }

    private void requireRoute(ModelCamelContext context, String subscriber) {
        boolean exists = context.getRouteDefinitions().stream()
                .anyMatch(route -> route.getInput().getEndpointUri().equals("direct:" + subscriber));
        if (!exists) {
            throw new IllegalStateException(
                    "hub.subscribers.order-imported names " + subscriber + " but no route starts with from: direct:"
                            + subscriber + "; add one to " + settings.customRoutes());
        }
    }
}
