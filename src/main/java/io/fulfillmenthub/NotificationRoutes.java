package io.fulfillmenthub;

import io.fulfillmenthub.amazon.AmazonQueues;
import io.fulfillmenthub.amazon.AmazonSettings;
import io.fulfillmenthub.amazon.NotificationSettings;
import io.fulfillmenthub.amazon.QueueName;
import io.fulfillmenthub.order.SellerAccount;
import io.fulfillmenthub.order.SellerAccounts;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.TemplatedRouteBuilder;
import org.apache.camel.spring.boot.CamelContextConfiguration;
import org.springframework.stereotype.Component;

/** The routes of every account that has a queue of notifications; without one none is made, and no client of AWS. */
@Component
class NotificationRoutes implements CamelContextConfiguration {

    private final SellerAccounts accounts;
    private final NotificationSettings settings;

    NotificationRoutes(SellerAccounts accounts, AmazonSettings settings) {
        this.accounts = accounts;
        this.settings = settings.notifications();
    }

    @Override
    public void beforeApplicationStart(CamelContext context) {
        for (SellerAccount account : accounts.active()) {
            String queue = settings.open().get(account.id());
            if (queue != null) {
                read(context, account.id(), queue.strip());
            }
        }
    }

    @Override
    public void afterApplicationStart(CamelContext context) {
        // nothing is left to do
    }

    private void read(CamelContext context, String account, String queue) {
        context.getRegistry().bind("queue-client-" + account, AmazonQueues.client(settings, queue));
        QueueName name = new QueueName(queue);
        route(context, "order-notified-queue", account)
                .parameter("queue", name.name())
                .parameter("url", name.url(settings))
                .add();
        route(context, "order-notified-trigger", account).add();
        route(context, "notification-subscribe-trigger", account).add();
    }

    private static TemplatedRouteBuilder route(CamelContext context, String template, String account) {
        return TemplatedRouteBuilder.builder(context, template)
                .routeId(template + "-" + account)
                .parameter("account", account);
    }
}
