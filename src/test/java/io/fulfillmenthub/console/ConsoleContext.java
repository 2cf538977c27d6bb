package io.fulfillmenthub.console;

import com.zaxxer.hikari.HikariDataSource;
import io.fulfillmenthub.TestDatabase;
import io.fulfillmenthub.console.RouteEntry.Numbers;
import io.fulfillmenthub.console.RouteEntry.Step;
import io.fulfillmenthub.ledger.LedgerReading;
import io.fulfillmenthub.order.OrderOverrides;
import io.fulfillmenthub.order.OrderSettings;
import io.fulfillmenthub.order.OrderSettings.Imports;
import io.fulfillmenthub.order.SellerAccount;
import io.fulfillmenthub.order.SellerAccounts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.spring.boot.CamelAutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.quartz.QuartzAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** The console on a real database, without routes and without a scheduler. */
@EnableAutoConfiguration(exclude = {QuartzAutoConfiguration.class, CamelAutoConfiguration.class})
@Import({
    AccountPages.class,
    AccountQuotas.class,
    AccountReport.class,
    AddressPages.class,
    AttentionPages.class,
    ConsoleFrame.class,
    DashboardPages.class,
    DashboardReport.class,
    ErrorApi.class,
    ErrorLogPages.class,
    FlowMonitoring.class,
    ConsoleSecurity.class,
    LedgerReading.class,
    Monitoring.class,
    OperatorAccount.class,
    OrderActionPages.class,
    OrderApi.class,
    OrderDetailsPages.class,
    OrderPage.class,
    OrderPages.class,
    Presentation.class,
    RemoteSides.class,
    RepairApi.class,
    RoutePages.class,
    ShipmentMonitoring.class,
    SettingPages.class,
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
    SellerAccounts accounts() {
        return new SellerAccounts(
                List.of(account("us", "NA", true), account("eu", "EU", true), account("au", "FE", false)));
    }

    @Bean
    LimitedOperations limitedOperations() {
        return new LimitedOperations(List.of("search-orders", "get-order"));
    }

    @Bean
    OrderSettings orderSettings() {
        return new OrderSettings(
                Imports.ENABLED, null, null, "default", null, null, "000", "n/a", "n/a", "marketplace.invalid");
    }

    private static SellerAccount account(String id, String region, boolean active) {
        return new SellerAccount(
                id, region, List.of("ATVPDKIKX0DER"), "default", null, Map.of(), OrderOverrides.NONE, active);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    Settings effectiveSettings() {
        return () -> List.of(
                new Setting("hub.orders.import", "enabled", null, "enabled"),
                new Setting("commerce.access-token", Setting.HIDDEN, "hub.yaml - 3:5", null));
    }

    @Bean
    Routes routes() {
        Step inner = new Step("to", "direct:order-create", "order-create", List.of());
        RouteEntry route = new RouteEntry(
                "order-import",
                "Creates one order",
                "routes/order-import.camel.yaml",
                false,
                "direct:order-import",
                List.of(new Step("filter", "filter[simple{missing}]", null, List.of(inner))),
                "Stopped",
                new Numbers(1200, 3, 1, Duration.ofMillis(42), Instant.parse("2026-03-01T10:00:00Z")));
        return new Routes() {
            @Override
            public List<RouteEntry> all() {
                return List.of(route);
            }

            @Override
            public Optional<String> text(String routeId) {
                return Optional.of("- route: <x>");
            }
        };
    }

    @Bean
    PollTriggers polls() {
        return () -> List.of("order-poll-us", "shipment-poll");
    }
}
