package io.fulfillmenthub.check;

import io.fulfillmenthub.order.Address;
import io.fulfillmenthub.order.Buyer;
import io.fulfillmenthub.order.Order;
import io.fulfillmenthub.order.OrderLine;
import io.fulfillmenthub.order.TaxRegistration;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.regex.Pattern;

/** Takes out of orders and requests what nobody needs to see: people, secrets, and what the clock says. */
final class Masks {

    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\d([T ])\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z?");
    private static final Duration NOW = Duration.ofHours(2);

    private final List<String> secrets;
    private final Instant start = Instant.now();

    /** @param secrets values of settings that must not be shown */
    Masks(List<String> secrets) {
        this.secrets = secrets.stream().filter(secret -> secret.length() >= 6).toList();
    }

    /** @return the text without secrets, and with times near now as {@code <now>} */
    String clean(String text) {
        String clean = text;
        for (String secret : secrets) {
            clean = clean.replace(secret, "***");
        }
        return TIME.matcher(clean).replaceAll(match -> near(match.group()) ? "<now>" : match.group());
    }

    /** @return a query without times and numbers of orders */
    static String timeless(String head) {
        return TIME.matcher(head)
                .replaceAll("<time>")
                .replace("<now>", "<time>")
                .replaceAll("\\[value]=\\d[\\d,]*", "[value]=…");
    }

    /** @return a query readable for people */
    String decoded(String address) {
        return URLDecoder.decode(address, StandardCharsets.UTF_8);
    }

    /** @return the order with made-up people in the place of the real ones */
    static Order masked(Order order) {
        return order.replacing(
                masked(order.buyer()),
                order.shipTo() == null ? null : masked(order.shipTo(), order.fulfilledByAmazon()),
                order.lines().stream().map(Masks::masked).toList());
    }

    private static Buyer masked(Buyer buyer) {
        return new Buyer(
                "Buyer Example",
                "buyer@marketplace.example",
                mask(buyer.company()),
                mask(buyer.purchaseOrderNumber()),
                buyer.taxRegistrations().stream().map(Masks::masked).toList());
    }

    private static TaxRegistration masked(TaxRegistration registration) {
        return new TaxRegistration(
                registration.type(),
                mask(registration.number()),
                mask(registration.legalName()),
                mask(registration.taxOffice()));
    }

    private static Address masked(Address address, boolean sparse) {
        return new Address(
                sparse ? null : "Recipient Example",
                mask(address.company()),
                sparse ? List.of() : List.of("1 Sample Street"),
                sparse ? null : "Sampletown",
                mask(address.district()),
                address.region(),
                sparse ? null : "00000",
                address.countryCode(),
                mask(address.phone()));
    }

    private static OrderLine masked(OrderLine line) {
        return new OrderLine(
                line.orderItemId(),
                line.sku(),
                line.asin(),
                line.title(),
                line.quantityOrdered(),
                line.quantityShipped(),
                line.charges(),
                line.proceedsTotal(),
                mask(line.giftMessage()),
                line.cancelRequested(),
                line.gift(),
                line.giftWrapLevel(),
                mask(line.customizationUrl()));
    }

    private static String mask(String text) {
        return text == null ? null : "masked";
    }

    private boolean near(String time) {
        String instant = time.replace(' ', 'T') + (time.endsWith("Z") ? "" : "Z");
        try {
            return Duration.between(start, Instant.parse(instant)).abs().compareTo(NOW) < 0;
        } catch (DateTimeParseException noTime) {
            return false;
        }
    }
}
