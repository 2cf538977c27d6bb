package io.fulfillmenthub;

import io.fulfillmenthub.order.CancelReason;
import io.fulfillmenthub.order.FailurePolicy;
import io.fulfillmenthub.order.OrderSettings;
import io.fulfillmenthub.order.OrderSettings.CustomerCreation;
import io.fulfillmenthub.order.OrderSettings.Imports;
import io.fulfillmenthub.order.OrderSettings.Invoice;
import io.fulfillmenthub.order.OrderSettings.NumberSource;
import io.fulfillmenthub.order.OrderSettings.StockCheck;
import io.fulfillmenthub.order.Slot;
import io.fulfillmenthub.order.SplitRule;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.bind.Name;

/**
 * The hub's own settings, {@code hub.*}; every key is described in docs/operations.md.
 *
 * @param orders {@code hub.orders}: how orders are created
 * @param poll {@code hub.poll}: how often both sides are asked
 * @param shipments {@code hub.shipments}: how shipments are confirmed
 * @param push {@code hub.push}: events that Commerce pushes
 * @param kafka {@code hub.kafka}: what travels over Kafka
 * @param retry {@code hub.retry}: how failures are tried again
 * @param readOnly {@code hub.read-only}: whether changing requests are recorded instead of sent
 * @param lease {@code hub.lease}: a claimed order whose worker is silent for longer is claimed anew
 * @param dispatchInterval {@code hub.dispatch-interval}: how often due work is looked for
 * @param routes {@code hub.routes}: folder of the core routes
 * @param customRoutes {@code hub.custom-routes}: folder of the user's routes
 * @param customRoutesOnError {@code hub.custom-routes-on-error}: what a wrong file among them does
 * @param commerceRoutes {@code hub.commerce-routes}: folder of routes instead of the connectors to Commerce
 * @param dataDirectory {@code hub.data-directory}: where the embedded database keeps its data
 * @param subscribers {@code hub.subscribers}: who receives what
 * @param encryption {@code hub.encryption}: how personal data is kept
 * @param privacy {@code hub.privacy}: how long personal data is kept
 * @param errors {@code hub.errors}: how long errors are kept
 * @param users {@code hub.users}: who may log in
 * @param signIn {@code hub.sign-in}: what users of OpenID Connect may do
 */
@ConfigurationProperties(prefix = "hub", ignoreUnknownFields = false)
public record HubSettings(
        @DefaultValue Orders orders,
        @DefaultValue Poll poll,
        @DefaultValue Shipments shipments,
        @DefaultValue PushSettings push,
        @DefaultValue KafkaSettings kafka,
        @DefaultValue Retry retry,
        @DefaultValue("false") boolean readOnly,
        @DefaultValue("PT2M") Duration lease,
        @DefaultValue("PT0.1S") Duration dispatchInterval,
        @DefaultValue("routes") String routes,
        @DefaultValue("routes/custom") String customRoutes,
        @DefaultValue("stop") OnRouteError customRoutesOnError,
        @DefaultValue("") String commerceRoutes,
        @DefaultValue("data") String dataDirectory,
        @DefaultValue Subscribers subscribers,
        @DefaultValue EncryptionSettings encryption,
        @DefaultValue PrivacySettings privacy,
        @DefaultValue ErrorSettings errors,
        @DefaultValue List<UserSettings> users,
        @DefaultValue SignInSettings signIn) {

    private static final int UNHURRIED = 10;

    public HubSettings {
        users = UserSettings.checked(users);
        requireLongerThan("hub.lease", lease, Duration.ofSeconds(1));
        requireLongerThan("hub.dispatch-interval", dispatchInterval, Duration.ZERO);
        requireLongerThan("hub.poll.orders", poll.orders(), Duration.ZERO);
        requireLongerThan("hub.poll.shipments", poll.shipments(), Duration.ZERO);
        requireLongerThan("hub.shipments.proof-delay", shipments.proofDelay(), Duration.ZERO);
        requireLongerThan("hub.poll.sweep", poll.sweep(), Duration.ZERO);
        require(poll.sweepDays() > 0 && poll.sweepDays() <= 30, "hub.poll.sweep-days", "a number from 1 to 30");
        requireLongerThan("hub.poll.stale-after", poll.staleAfter(), Duration.ZERO);
        requireLongerThan("hub.retry.initial-delay", retry.initialDelay(), Duration.ZERO);
        requireLongerThan("hub.retry.recheck", retry.recheck(), Duration.ZERO);
        require(!retry.uncertainWait().isNegative(), "hub.retry.uncertain-wait", "a duration such as PT3M");
        require(retry.maxAttempts() > 0, "hub.retry.max-attempts", "a number from 1");
        require(
                orders.parallelism() > 0 && orders.parallelism() <= 256,
                "hub.orders.parallelism",
                "a number from 1 to 256");
        require(!routes.isBlank(), "hub.routes", "a folder such as routes");
        require(!customRoutes.isBlank(), "hub.custom-routes", "a folder such as routes/custom");
        require(!dataDirectory.isBlank(), "hub.data-directory", "a folder such as data");
        require(!orders.status().isBlank(), "hub.orders.status", "default or a Commerce status code");
        require(orders.emailDomain().contains("."), "hub.orders.email-domain", "a domain such as example.com");
        require(!orders.phonePlaceholder().isBlank(), "hub.orders.phone-placeholder", "a text such as n/a");
        require(!orders.namePlaceholder().isBlank(), "hub.orders.name-placeholder", "a text such as n/a");
        require(!orders.addressPlaceholder().isBlank(), "hub.orders.address-placeholder", "a text such as n/a");
        subscribers
                .bySlot()
                .forEach((slot, names) -> names.forEach(name -> require(
                        name.matches("[A-Za-z0-9][A-Za-z0-9_-]*"),
                        "hub.subscribers." + slot.key(),
                        "names of letters, digits and dashes")));
    }

    /** How orders are created; the meaning of each key is {@link OrderSettings}'s. */
    public record Orders(
            @Name("import") @DefaultValue("enabled") Imports imports,
            @DefaultValue("guest") CustomerCreation customerCreation,
            @DefaultValue("commerce") NumberSource numberSource,
            @DefaultValue("default") String status,
            @DefaultValue("import") Invoice invoice,
            @DefaultValue("salable") StockCheck stockCheck,
            @DefaultValue("16") int parallelism,
            @DefaultValue("000-000-0000") String phonePlaceholder,
            @DefaultValue("n/a") String namePlaceholder,
            @DefaultValue("n/a") String addressPlaceholder,
            @DefaultValue("marketplace.invalid") String emailDomain,
            @DefaultValue("no-inventory") CancelReason cancelReason) {}

    /** How often both sides are asked. */
    public record Poll(
            @DefaultValue("PT4M") Duration orders,
            @DefaultValue("PT1M") Duration shipments,
            @DefaultValue("PT24H") Duration sweep,
            @DefaultValue("3") int sweepDays,
            @DefaultValue("PT24H") Duration staleAfter) {}

    /** How shipments are confirmed. */
    public record Shipments(
            @DefaultValue("deal") SplitRule split,
            @DefaultValue("PT30S") Duration proofDelay,
            @DefaultValue("") String dropFolder) {}

    /** How failures are tried again. */
    public record Retry(
            @DefaultValue("PT15S") Duration initialDelay,
            @DefaultValue("6") int maxAttempts,
            @DefaultValue("PT3M") Duration uncertainWait,
            @DefaultValue("PT5M") Duration recheck) {}

    /** Who receives what: names of routes {@code from: direct:<name>}. */
    public record Subscribers(
            @DefaultValue List<String> orderReceived,
            @DefaultValue List<String> orderImported,
            @DefaultValue List<String> orderCancelled,
            @DefaultValue List<String> shipmentConfirmed,
            @DefaultValue List<String> orderAttention) {

        /** @return the names by slot */
        public Map<Slot, List<String>> bySlot() {
            return Map.of(
                    Slot.ORDER_RECEIVED, orderReceived,
                    Slot.ORDER_IMPORTED, orderImported,
                    Slot.ORDER_CANCELLED, orderCancelled,
                    Slot.SHIPMENT_CONFIRMED, shipmentConfirmed,
                    Slot.ORDER_ATTENTION, orderAttention);
        }
    }

    /** @return ten times {@link #dispatchInterval}: for what is rare, and while nothing is due */
    Duration unhurriedInterval() {
        return dispatchInterval.multipliedBy(UNHURRIED);
    }

    /** @return who receives what: the names of {@code hub.subscribers}, and the stream of events if there is one */
    public Map<Slot, List<String>> receivers() {
        return kafka.receivers(subscribers.bySlot());
    }

    /** @return how orders are created, in the words of the decisions */
    public OrderSettings orderSettings() {
        return new OrderSettings(
                orders.imports(),
                orders.customerCreation(),
                orders.numberSource(),
                orders.status(),
                orders.invoice(),
                orders.stockCheck(),
                orders.phonePlaceholder(),
                orders.namePlaceholder(),
                orders.addressPlaceholder(),
                orders.emailDomain());
    }

    /** @return how failures are judged */
    public FailurePolicy failurePolicy() {
        return new FailurePolicy(retry.initialDelay(), retry.maxAttempts(), retry.uncertainWait(), retry.recheck());
    }

    private static void requireLongerThan(String key, Duration value, Duration limit) {
        require(value.compareTo(limit) > 0, key, "a duration longer than " + limit + ", such as PT2M");
    }

    private static void require(boolean holds, String key, String remedy) {
        if (!holds) {
            throw new IllegalArgumentException(key + " is not usable: give " + remedy);
        }
    }
}
