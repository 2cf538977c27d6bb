package io.fulfillmenthub;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.fulfillmenthub.amazon.AmazonOperation;
import io.fulfillmenthub.amazon.AmazonSettings;
import io.fulfillmenthub.commerce.CommerceSettings;
import io.fulfillmenthub.console.AdobeSignature;
import io.fulfillmenthub.console.ConsoleAccess;
import io.fulfillmenthub.console.LimitedOperations;
import io.fulfillmenthub.due.DueSettings;
import io.fulfillmenthub.ledger.Announcements;
import io.fulfillmenthub.ledger.DeploymentSettings;
import io.fulfillmenthub.ledger.EffectRepository;
import io.fulfillmenthub.ledger.LedgerSettings;
import io.fulfillmenthub.ledger.PushedEvents;
import io.fulfillmenthub.ledger.RereadSettings;
import io.fulfillmenthub.ledger.Retention;
import io.fulfillmenthub.ledger.ShipmentDrop;
import io.fulfillmenthub.order.CancelReason;
import io.fulfillmenthub.order.CarrierTable;
import io.fulfillmenthub.order.Enrichment;
import io.fulfillmenthub.order.FailurePolicy;
import io.fulfillmenthub.order.ImportPolicy;
import io.fulfillmenthub.order.OrderImports;
import io.fulfillmenthub.order.OrderReductions;
import io.fulfillmenthub.order.OrderSettings;
import io.fulfillmenthub.order.SellerAccounts;
import io.fulfillmenthub.order.UncertainWait;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The decisions, made from the settings; the names of the beans are the ones the routes use. */
@Configuration(proxyBeanMethods = false)
class HubConfiguration {

    /** The simulated worlds are the same deployment whatever port they are at. */
    private static final String SANDBOX = "sandbox";

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    OrderSettings orderSettings(HubSettings settings) {
        return settings.orderSettings();
    }

    @Bean
    FailurePolicy failurePolicy(HubSettings settings) {
        return settings.failurePolicy();
    }

    @Bean
    SellerAccounts sellerAccounts(AmazonSettings settings) {
        return new SellerAccounts(settings.toAccounts());
    }

    @Bean
    ImportPolicy importPolicy(OrderSettings settings, SellerAccounts accounts) {
        return new ImportPolicy(
                settings.imports() == OrderSettings.Imports.ENABLED, accounts.importing(), accounts.cutOffs());
    }

    @Bean
    UncertainWait uncertainWait(HubSettings settings, Clock clock) {
        return new UncertainWait(settings.retry().uncertainWait(), clock);
    }

    @Bean
    OrderImports orderImports(OrderSettings orders, SellerAccounts accounts, UncertainWait uncertain) {
        return new OrderImports(orders, accounts, uncertain);
    }

    @Bean
    OrderReductions orderReductions(UncertainWait uncertain, Clock clock) {
        return new OrderReductions(uncertain, clock);
    }

    @Bean
    Enrichment enrichment() {
        return new Enrichment();
    }

    @Bean
    CarrierTable carrierTable(AmazonSettings settings) {
        return settings.toCarrierTable();
    }

    @Bean
    ShipmentDrop shipmentDrop(ObjectMapper json, HubSettings settings) {
        return new ShipmentDrop(json, settings.shipments().dropFolder());
    }

    @Bean
    PushedEvents pushedEvents(JdbcClient jdbc, ObjectMapper json, Clock clock, HubSettings settings) {
        return new PushedEvents(jdbc, json, clock, settings.push().secret());
    }

    @Bean
    AdobeSignature adobeSignature(Clock clock, HubSettings settings) {
        return new AdobeSignature(
                settings.push().adobeKeysUrl(), settings.push().adobeClientId(), clock);
    }

    @Bean
    Announcements announcements(HubSettings settings) {
        return new Announcements(settings.kafka().patience());
    }

    @Bean
    EffectRepository effects(JdbcClient jdbc, HubSettings settings) {
        return new EffectRepository(jdbc, settings.lease());
    }

    @Bean
    DeploymentSettings deploymentSettings(
            HubSettings settings, AmazonSettings amazon, CommerceSettings commerce, Environment environment) {
        boolean sandbox = environment.acceptsProfiles(Profiles.of("sandbox"));
        Map<String, String> urls = new TreeMap<>();
        urls.put("commerce", sandbox ? SANDBOX : commerce.baseUrl());
        amazon.accounts().forEach(account -> urls.put("amazon/" + account.id(), sandbox ? SANDBOX : account.baseUrl()));
        return new DeploymentSettings(settings.readOnly(), urls);
    }

    @Bean
    CancelReason commerceCancelReason(HubSettings settings) {
        return settings.orders().cancelReason();
    }

    @Bean
    ConsoleAccess consoleAccess(HubSettings settings) {
        return new ConsoleAccess(
                settings.users().stream().map(UserSettings::toUser).toList(),
                settings.signIn().roleClaim(),
                settings.signIn().roles());
    }

    @Bean
    LimitedOperations limitedOperations() {
        return new LimitedOperations(AmazonOperation.limited());
    }

    @Bean
    Retention retention(HubSettings settings) {
        return new Retention(settings.privacy().retention(), settings.errors().retention());
    }

    @Bean
    RereadSettings rereadSettings(HubSettings settings) {
        return new RereadSettings(
                settings.poll().sweep(),
                Duration.ofDays(settings.poll().sweepDays()),
                settings.poll().staleAfter());
    }

    @Bean
    DueSettings dueSettings(HubSettings settings) {
        return new DueSettings(settings.dispatchInterval(), settings.unhurriedInterval());
    }

    @Bean
    LedgerSettings ledgerSettings(HubSettings settings) {
        return new LedgerSettings(
                settings.lease(),
                settings.retry().recheck(),
                settings.retry().initialDelay(),
                settings.shipments().proofDelay(),
                settings.shipments().split(),
                settings.receivers());
    }
}
