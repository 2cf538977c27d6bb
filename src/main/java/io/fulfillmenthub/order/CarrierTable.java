package io.fulfillmenthub.order;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which of Amazon's carriers a Commerce track means: the merchant's rules, then the carrier code, then the title, then the
 * form of the tracking number, and as the last resort {@code Other} with the title.
 */
public final class CarrierTable {

    /** Amazon's codes as Seller Central lists them, by the names that shops give to carriers. */
    private static final Map<String, String> KNOWN = known();

    /** Titles that name nobody. */
    private static final Set<String> SAY_NOTHING = Set.of(
            "", "custom", "custom value", "other", "carrier", "tracking", "tracking number", "shipping", "parcel");

    private final List<CarrierRule> rules;
    private final Map<String, String> byCode = new HashMap<>();

    /**
     * @param rules {@code amazon.carrier-rules}, the first that fits counts
     * @param byCode {@code amazon.carriers}: Amazon's carrierCode by Commerce's carrier code
     */
    public CarrierTable(List<CarrierRule> rules, Map<String, String> byCode) {
        this.rules = List.copyOf(rules);
        byCode.forEach((code, amazon) -> this.byCode.put(plain(code), amazon));
    }

    /**
     * Finds Amazon's carrier.
     *
     * @param marketplaceId the order's marketplace
     * @param carrierCode Commerce's carrier code, null for none
     * @param title Commerce's title of the track, null for none
     * @param trackingNumber the tracking number
     */
    public Carrier find(String marketplaceId, String carrierCode, String title, String trackingNumber) {
        Optional<String> number = TrackingNumber.plain(trackingNumber);
        return byRule(marketplaceId, carrierCode, title)
                .or(() -> byCode(carrierCode))
                .or(() -> byTitle(title))
                .or(() -> number.flatMap(CarrierInference::certain).map(CarrierTable::inferred))
                .or(() -> number.filter(any -> saysNothing(title))
                        .flatMap(CarrierInference::likely)
                        .map(CarrierTable::inferred))
                .orElseGet(() -> Carrier.unlisted(name(carrierCode, title)));
    }

    private Optional<Carrier> byRule(String marketplaceId, String carrierCode, String title) {
        return rules.stream()
                .filter(rule -> rule.fits(marketplaceId, carrierCode, title))
                .findFirst()
                .map(rule -> rule.carrierOf(name(carrierCode, title)));
    }

    private Optional<Carrier> byCode(String carrierCode) {
        String code = plain(carrierCode);
        return Optional.ofNullable(byCode.get(code))
                .or(() -> Optional.ofNullable(KNOWN.get(code)))
                .map(amazon -> Carrier.listed(amazon, Carrier.Source.CODE));
    }

    /** The title is the carrier's name, or begins with it, as {@code DHL Paket} does; the longest name counts. */
    private static Optional<Carrier> byTitle(String title) {
        String text = plain(title) + " ";
        return KNOWN.keySet().stream()
                .filter(name -> text.startsWith(name + " "))
                .max(Comparator.comparingInt(String::length))
                .map(name -> Carrier.listed(KNOWN.get(name), Carrier.Source.TITLE));
    }

    private static Carrier inferred(String code) {
        return Carrier.listed(code, Carrier.Source.NUMBER);
    }

    private static boolean saysNothing(String title) {
        return SAY_NOTHING.contains(plain(title));
    }

    private static String name(String carrierCode, String title) {
        if (title != null && !title.isBlank()) {
            return title.strip();
        }
        return carrierCode == null || SAY_NOTHING.contains(plain(carrierCode)) ? null : carrierCode.strip();
    }

    private static String plain(String text) {
        return text == null
                ? ""
                : text.strip().replaceAll("[\\s_-]+", " ").replace(".", "").toLowerCase(Locale.ROOT);
    }

    private static Map<String, String> known() {
        Map<String, String> known = new HashMap<>();
        listed(known, "UPS", "ups", "united parcel service");
        listed(known, "UPS Mail Innovations", "ups mail innovations");
        listed(known, "USPS", "usps", "united states postal service", "us postal service", "us mail");
        listed(known, "FedEx", "fedex", "fed ex", "federal express");
        listed(known, "FedEx SmartPost", "fedex smartpost");
        listed(known, "DHL", "dhl", "deutsche post dhl");
        listed(known, "DHL Global Mail", "dhl global mail");
        listed(known, "DPD", "dpd");
        listed(known, "GLS", "gls");
        listed(known, "TNT", "tnt");
        listed(known, "OnTrac", "ontrac");
        listed(known, "Royal Mail", "royal mail", "royalmail");
        listed(known, "Parcelforce", "parcelforce", "parcelforce worldwide");
        listed(known, "Deutsche Post", "deutsche post", "deutschepost");
        listed(known, "La Poste", "la poste", "laposte");
        listed(known, "Chronopost", "chronopost");
        listed(known, "Poste Italiane", "poste italiane", "posteitaliane");
        listed(known, "Canada Post", "canada post", "canadapost");
        listed(known, "YamatoTransport", "yamato", "yamato transport");
        listed(known, "SagawaExpress", "sagawa", "sagawa express");
        listed(known, "NipponExpress", "nippon express");
        return Map.copyOf(known);
    }

    private static void listed(Map<String, String> known, String code, String... names) {
        for (String name : names) {
            known.put(name, code);
        }
    }
}
