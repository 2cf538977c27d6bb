package io.fulfillmenthub.amazon;

import io.fulfillmenthub.order.NotificationQueues;
import io.fulfillmenthub.order.SendGate;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The beans that the routes of {@code routes/connectors/amazon*.camel.yaml} name. */
@Configuration(proxyBeanMethods = false)
class AmazonConfiguration {

    @Bean
    AmazonTokens amazonTokens(AmazonSettings settings, Environment environment, Clock clock) {
        return new AmazonTokens(settings, new AccountSecrets(settings, environment)::current, clock);
    }

    @Bean
    AmazonQuotas amazonQuotas(JdbcClient jdbc, AmazonSettings settings) {
        return new AmazonQuotas(jdbc, settings);
    }

    @Bean
    AmazonCalls amazonCalls(AmazonQuotas amazonQuotas) {
        return new AmazonCalls(amazonQuotas);
    }

    @Bean
    AmazonGate amazonGate(SendGate gate) {
        return new AmazonGate(gate);
    }

    @Bean
    AmazonHttp amazonHttp(AmazonSettings settings) {
        return new AmazonHttp(settings);
    }

    @Bean
    AmazonOrders amazonOrders(AmazonSettings settings) {
        return new AmazonOrders(settings);
    }

    @Bean
    AmazonFeeds amazonFeeds(AmazonSettings settings) {
        return new AmazonFeeds(settings);
    }

    @Bean
    AmazonNotices amazonNotices() {
        return new AmazonNotices();
    }

    @Bean
    AmazonNotifications amazonNotifications(AmazonSettings settings) {
        return new AmazonNotifications(settings);
    }

    @Bean
    NotificationQueues notificationQueues(AmazonSettings settings) {
        return new NotificationQueues(settings.notifications().open());
    }

    @Bean
    AmazonShipments amazonShipments(AmazonSettings settings) {
        return new AmazonShipments(settings);
    }
}
