package io.fulfillmenthub.console;

import com.zaxxer.hikari.HikariDataSource;
import io.fulfillmenthub.TestDatabase;
import io.fulfillmenthub.ledger.LedgerReading;
import java.util.List;
import org.apache.camel.spring.boot.CamelAutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.quartz.QuartzAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** The console on a real database, without routes and without a scheduler. */
@EnableAutoConfiguration(exclude = {QuartzAutoConfiguration.class, CamelAutoConfiguration.class})
@Import({
    ConsoleFrame.class,
    ErrorApi.class,
    ErrorLogPages.class,
    ConsoleSecurity.class,
    LedgerReading.class,
    Monitoring.class,
    OperatorAccount.class,
    OrderApi.class,
    OrderDetailsPages.class,
    OrderPages.class,
    Presentation.class,
    SubscriberApi.class,
    SubscriberGauges.class,
    SubscriberPages.class
})
class ConsoleContext {

    @Bean
    HikariDataSource database() {
        HikariDataSource database = new HikariDataSource();
        database.setJdbcUrl(TestDatabase.newUrl());
        database.setMaximumPoolSize(4);
        return database;
    }

    @Bean
    PollTriggers polls() {
        return () -> List.of("order-poll-us", "shipment-poll");
    }
}
