package io.fulfillmenthub.amazon;

import static org.assertj.core.api.Assertions.assertThat;

import io.fulfillmenthub.order.SendGate;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;

class AmazonConfigurationTest {

    private final ApplicationContextRunner hub = new ApplicationContextRunner()
            .withUserConfiguration(AmazonConfiguration.class, Settings.class)
            .withBean(Clock.class, Clock::systemUTC)
            .withBean(SendGate.class, () -> request -> {})
            .withBean(JdbcClient.class, () -> JdbcClient.create(new SimpleDriverDataSource()));

    @Test
    void givesTheRoutesTheBeansTheyName() {
        hub.run(context -> assertThat(context)
                .hasNotFailed()
                .hasBean("amazonTokens")
                .hasBean("amazonQuotas")
                .hasBean("amazonCalls")
                .hasBean("amazonHttp")
                .hasBean("amazonOrders")
                .hasBean("amazonShipments"));
    }

    @Test
    void doesNotStartWithAMisspeltKey() {
        hub.withPropertyValues("amazon.tokenn-url=https://example.com")
                .run(context -> assertThat(context).getFailure().rootCause().hasMessageContaining("amazon.tokenn-url"));
    }

    @Test
    void doesNotStartWithAnAccountThatCannotWork() {
        hub.withPropertyValues("amazon.accounts[0].id=us")
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessageContaining("amazon.accounts[0].client-secret is missing: "));
    }

    @EnableConfigurationProperties(AmazonSettings.class)
    static class Settings {}
}
