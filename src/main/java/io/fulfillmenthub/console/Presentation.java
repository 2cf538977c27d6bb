package io.fulfillmenthub.console;

import io.fulfillmenthub.order.Address;
import io.fulfillmenthub.order.Charge;
import io.fulfillmenthub.order.ChargeType;
import io.fulfillmenthub.order.Money;
import io.fulfillmenthub.order.OrderLine;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** How values look on a page; templates reach it as {@code @show}. */
@Component("show")
class Presentation {

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);
    /** Two of these Unicode letters are shown as the flag of a country. */
    private static final int REGIONAL_INDICATOR_A = 0x1F1E6;

    private static final String NOTHING = "–";

    /** Amazon's marketplace ids, from the Selling Partner API's list of marketplaces. */
    private static final Map<String, String> MARKETPLACES = Map.ofEntries(
            Map.entry("ATVPDKIKX0DER", "US"),
            Map.entry("A2EUQ1WTGCTBG2", "CA"),
            Map.entry("A1AM78C64UM0Y8", "MX"),
            Map.entry("A2Q3Y263D00KWC", "BR"),
            Map.entry("A1F83G8C2ARO7P", "UK"),
            Map.entry("A1PA6795UKMFR9", "DE"),
            Map.entry("A13V1IB3VIYZZH", "FR"),
            Map.entry("APJ6JRA9NG5V4", "IT"),
            Map.entry("A1RKKUPIHCS9HS", "ES"),
            Map.entry("A28R8C7NBKEWEA", "IE"),
            Map.entry("AMEN7PMS3EDWL", "BE"),
            Map.entry("A1805IZSGTT6HS", "NL"),
            Map.entry("A2NODRKZP88ZB9", "SE"),
            Map.entry("A1C3SOZRARQ6R3", "PL"),
            Map.entry("A33AVAJ2PDY3EV", "TR"),
            Map.entry("A2VIGQ35RCS4UG", "AE"),
            Map.entry("A17E79C6D8DWNP", "SA"),
            Map.entry("ARBP9OOSHTCHU", "EG"),
            Map.entry("AE08WJ6YKNBMC", "ZA"),
            Map.entry("A21TJRUUN4KGV", "IN"),
            Map.entry("A19VAU5U5O7RUS", "SG"),
            Map.entry("A39IBJ37TRP1C6", "AU"),
            Map.entry("A1VC38T7YXB528", "JP"));

    /** @return the UTC minute, a dash when there is none */
    public String minute(Instant time) {
        return time == null ? NOTHING : MINUTE.format(time);
    }

    /** @return the UTC second, a dash when there is none */
    public String second(Instant time) {
        return time == null ? NOTHING : SECOND.format(time);
    }

    /** @return such as {@code 1,234.50 USD}, in the currency's own decimals; a dash when there is none */
    public String money(Money money) {
        if (money == null) {
            return NOTHING;
        }
        DecimalFormat format = new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT));
        format.setMinimumFractionDigits(money.amount().scale());
        return format.format(money.amount()) + " " + money.currency().getCurrencyCode();
    }

    /** @return a number without decimals that say nothing: {@code 20}, {@code 0.0056} */
    public String plain(double number) {
        return number == Math.rint(number) ? String.valueOf((long) number) : String.valueOf(number);
    }

    /** @return a rate of requests a second: {@code 2 a second}, {@code one in 2 s}, {@code one in 178.6 s} */
    public String rate(double perSecond) {
        return perSecond >= 1
                ? plain(perSecond) + " a second"
                : "one in " + took(Duration.ofMillis(Math.round(1000 / perSecond)));
    }

    /** @return the minute so many hours later, as addresses write it */
    public String in(Instant time, int hours) {
        return time.plus(Duration.ofHours(hours))
                .truncatedTo(ChronoUnit.MINUTES)
                .toString();
    }

    /** @return a number with separators of thousands */
    public String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** @return such as {@code 850 ms}, {@code 4.2 s}, {@code 12 min} or {@code 3 h 20 min}; a dash when there is none */
    public String took(Duration duration) {
        if (duration == null) {
            return NOTHING;
        }
        long seconds = duration.toSeconds();
        if (seconds < 1) {
            return duration.toMillis() + " ms";
        }
        if (seconds < 120) {
            return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
        }
        if (duration.toMinutes() < 120) {
            return duration.toMinutes() + " min";
        }
        return duration.toHours() < 48
                ? duration.toHours() + " h " + duration.toMinutesPart() + " min"
                : duration.toDays() + " days";
    }

    /** @return a constant's name for people: {@code NEEDS_ATTENTION} is {@code Needs attention} */
    public String words(Object constant) {
        String words =
                String.valueOf(constant).replace('_', ' ').replace('-', ' ').toLowerCase(Locale.ROOT);
        return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    /** @return a constant's name as a CSS class: {@code NEEDS_ATTENTION} is {@code needs-attention} */
    public String css(Object constant) {
        return String.valueOf(constant).toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-");
    }

    /** @return the country of the marketplace, its id when it is not a known one, a dash when there is none */
    public String marketplace(String id) {
        return id == null ? NOTHING : MARKETPLACES.getOrDefault(id, id);
    }

    /** @return the flag of the marketplace's country as a symbol, empty when it is not a known one */
    public String flag(String id) {
        String country = MARKETPLACES.getOrDefault(id == null ? "" : id, "").replace("UK", "GB");
        return country.chars()
                .map(letter -> letter - 'A' + REGIONAL_INDICATOR_A)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }

    /** @return the text, a dash when there is none */
    public String text(Object text) {
        return text == null || text.toString().isBlank() ? NOTHING : text.toString();
    }

    /** @return the first letter of what is hidden, a dash when there is none */
    public String hidden(String text) {
        return present(text) ? text.strip().substring(0, text.strip().offsetByCodePoints(0, 1)) + "•••" : NOTHING;
    }

    /** @return the address if a browser may be sent there, null otherwise */
    public String link(String url) {
        return url != null && url.regionMatches(true, 0, "https://", 0, 8) ? url : null;
    }

    /** @return such as {@code Seattle, WA 98101, US}, without what is absent */
    public String place(Address address) {
        String regional = Stream.of(address.region(), address.postalCode())
                .filter(Presentation::present)
                .collect(Collectors.joining(" "));
        return Stream.of(address.city(), address.district(), regional, address.countryCode())
                .filter(Presentation::present)
                .collect(Collectors.joining(", "));
    }

    /** @return what the line's charge of that kind is before tax and discount, a dash when there is none */
    public String charge(OrderLine line, ChargeType type) {
        return money(line.charge(type).map(Charge::amount).orElse(null));
    }

    /** @return the taxes of all the line's charges, a dash when it has none */
    public String tax(OrderLine line) {
        return money(
                line.charges().stream().map(Charge::tax).reduce(Money::plus).orElse(null));
    }

    private static boolean present(String text) {
        return text != null && !text.isBlank();
    }
}
