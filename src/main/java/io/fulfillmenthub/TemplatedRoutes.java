package io.fulfillmenthub;

import io.fulfillmenthub.order.SellerAccount;
import io.fulfillmenthub.order.SellerAccounts;
import io.fulfillmenthub.order.Slot;
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
        settings.receivers()
                .forEach((slot, names) -> names.forEach(name -> {
                    if (settings.customRoutesOnError() == OnRouteError.STOP) {
                        requireRoute((ModelCamelContext) context, "hub.subscribers." + slot.key(), name);
                    }
                    if (slot == Slot.ORDER_RECEIVED) {
                        String next = names.get(Math.min(names.indexOf(name) + 1, names.size() - 1));
                        wrap(context, "receiver", name).parameter("next", next).add();
                    } else if (!wrapped(context, name)) {
                        wrap(context, "subscriber", name).add();
                    }
                }));
        if (settings.kafka().enabled()) {
            settings.kafka().consumers().forEach(name -> consume((ModelCamelContext) context, name));
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

    /** One wrapper serves all slots of a subscriber. */
    private static boolean wrapped(CamelContext context, String name) {
        return ((ModelCamelContext) context).getRouteDefinition("subscriber-" + name) != null;
    }

    private static TemplatedRouteBuilder wrap(CamelContext context, String kind, String name) {
        return TemplatedRouteBuilder.builder(context, "order-" + kind)
                .routeId(kind + "-" + name)
                .parameter("name", name);
    }

    private void consume(ModelCamelContext context, String name) {
        requireRoute(context, "hub.kafka.consumers", name);
        wrap(context, "event-consumer", name).routeId("consumer-" + name).add();
    }

    private void requireRoute(ModelCamelContext context, String setting, String subscriber) {
        boolean exists = context.getRouteDefinitions().stream()
                .anyMatch(route -> route.getInput().getEndpointUri().equals("direct:" + subscriber));
        if (!exists) {
            throw new IllegalStateException(setting + " names " + subscriber + " but no route starts with from: direct:"
                    + subscriber + "; add one to " + settings.customRoutes());
        }
    }
}
