package io.fulfillmenthub.commerce;

import io.fulfillmenthub.order.SellerAccounts;
import io.fulfillmenthub.order.SendGate;
import io.fulfillmenthub.order.SkuAliases;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** The beans that {@code routes/connectors/commerce-*.camel.yaml} name. */
@Configuration(proxyBeanMethods = false)
class CommerceConfiguration {

    @Bean
    CommerceClient commerceClient(CommerceSettings settings, Environment environment, Clock clock) {
        Supplier<CommerceSettings> current =
                new ShortMemory<>(new CommerceSecrets(settings, environment)::current, clock);
        OAuthSigner signer =
                new OAuthSigner(current, clock, () -> UUID.randomUUID().toString());
        ImsTokens tokens = new ImsTokens(current, clock);
        return new CommerceClient(settings, Authorisation.of(settings.auth(), current, signer, tokens));
    }

    @Bean
    CommerceGate commerceGate(CommerceSettings settings, SendGate gate) {
        return new CommerceGate(settings, gate);
    }

    @Bean
    CommerceOrders commerceOrders() {
        return new CommerceOrders();
    }

    @Bean
    CommerceAdjustments commerceAdjustments() {
        return new CommerceAdjustments();
    }

    @Bean
    CommerceProducts commerceProducts(SellerAccounts accounts, SkuAliases aliases, Clock clock) {
        return new CommerceProducts(accounts, aliases, clock);
    }

    @Bean
    CommerceStock commerceStock(Clock clock) {
        return new CommerceStock(clock);
    }

    @Bean
    CommerceCustomers commerceCustomers() {
        return new CommerceCustomers();
    }

    @Bean
    CommerceStores commerceStores(Clock clock) {
        return new CommerceStores(clock);
    }

    @Bean
    CommerceRegions commerceRegions(Clock clock) {
        return new CommerceRegions(clock);
    }

    @Bean
    CommerceShipments commerceShipments() {
        return new CommerceShipments();
    }
}
