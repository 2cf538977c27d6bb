package io.fulfillmenthub.commerce;

import io.fulfillmenthub.commerce.NewOrderJson.Address;
import io.fulfillmenthub.order.Order;
import io.fulfillmenthub.order.OrderImport;
import io.fulfillmenthub.order.OrderSettings;
import io.fulfillmenthub.order.Region;
import io.fulfillmenthub.order.RegionResolver;
import io.fulfillmenthub.order.TaxRegistration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Amazon's address in Commerce's fields. A merchant's parcel gets what Amazon says and nothing else; where Amazon ships and
 * keeps the address to itself, the configured placeholders stand in.
 */
final class AddressTranslator {

    /** ISO 3166's user-assigned code for an unknown country: Commerce requires one and its admin pages fail on an empty one. */
    static final String UNKNOWN_COUNTRY = "ZZ";

    private static final io.fulfillmenthub.order.Address NOWHERE =
            new io.fulfillmenthub.order.Address(null, null, null, null, null, null, null, null, null);

    private final RegionResolver resolver = new RegionResolver();

    /** @return where the order goes */
    Address shipping(OrderImport order) {
        io.fulfillmenthub.order.Address to = destination(order.order());
        return address("shipping", order, to.name(), to.company(), null);
    }

    /** @return the same place with the buyer's name and tax number; Amazon shares no other billing address */
    Address billing(OrderImport order) {
        String company = Optional.ofNullable(order.order().buyer().company())
                .filter(text -> !text.isBlank())
                .orElse(destination(order.order()).company());
        return address("billing", order, buyer(order.order()), company, taxNumber(order.order()));
    }

    /** @return the buyer's name in Commerce's two fields */
    PersonName buyerName(OrderImport order) {
        return PersonName.of(buyer(order.order()), order.settings().namePlaceholder());
    }

    /** @return Amazon's anonymised e-mail, else the order id at the configured domain */
    String email(OrderImport order) {
        String email = order.order().buyer().email();
        return blank(email)
                ? order.key().amazonOrderId() + "@" + order.settings().emailDomain()
                : email.strip();
    }

    /** @return whether a placeholder stands for a name, street, city or postcode that Amazon keeps to itself */
    boolean placeholders(Order order) {
        io.fulfillmenthub.order.Address to = destination(order);
        return order.fulfilledByAmazon()
                && (blank(to.name())
                        || to.lines().isEmpty()
                        || blank(to.city())
                        || blank(to.postalCode())
                        || blank(to.countryCode()));
    }

    private Address address(String type, OrderImport order, String name, String company, String vatId) {
        io.fulfillmenthub.order.Address to = destination(order.order());
        OrderSettings settings = order.settings();
        PersonName person = PersonName.of(name, settings.namePlaceholder());
        Optional<Region> region = region(order);
        return new Address(
                type,
                person.first(),
                person.last(),
                blank(company) ? null : company.strip(),
                street(order),
                orPlaceholder(to.city(), order),
                region.map(Region::name).orElse(blank(to.region()) ? null : to.region()),
                region.map(Region::code).orElse(null),
                region.map(Region::id).orElse(null),
                orPlaceholder(to.postalCode(), order),
                blank(to.countryCode()) ? UNKNOWN_COUNTRY : to.countryCode(),
                blank(to.phone()) ? settings.phonePlaceholder() : to.phone().strip(),
                email(order),
                vatId);
    }

    /** @return the shop's region of the destination */
    Optional<Region> region(OrderImport order) {
        io.fulfillmenthub.order.Address to = destination(order.order());
        return resolver.resolve(to.countryCode(), to.region(), order.directory().regions());
    }

    private static List<String> street(OrderImport order) {
        io.fulfillmenthub.order.Address to = destination(order.order());
        List<String> lines = Stream.concat(to.lines().stream(), Stream.ofNullable(to.district()))
                .filter(line -> !blank(line))
                .toList();
        return lines.isEmpty() ? List.of(order.settings().addressPlaceholder()) : lines;
    }

    /** Some countries have no postcodes: for a merchant's parcel an absent one is sent empty, never invented. */
    private static String orPlaceholder(String text, OrderImport order) {
        if (!blank(text)) {
            return text;
        }
        return order.order().fulfilledByAmazon() ? order.settings().addressPlaceholder() : "";
    }

    private static String buyer(Order order) {
        return Optional.ofNullable(order.buyer().name())
                .filter(name -> !name.isBlank())
                .orElse(destination(order).name());
    }

    private static String taxNumber(Order order) {
        return order.buyer().taxRegistrations().stream()
                .map(TaxRegistration::number)
                .filter(number -> !blank(number))
                .findFirst()
                .orElse(null);
    }

    private static io.fulfillmenthub.order.Address destination(Order order) {
        return order.shipTo() == null ? NOWHERE : order.shipTo();
    }

    private static boolean blank(String text) {
        return text == null || text.isBlank();
    }
}
