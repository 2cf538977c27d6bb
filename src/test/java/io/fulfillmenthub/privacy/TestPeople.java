package io.fulfillmenthub.privacy;

import com.fasterxml.jackson.databind.JsonNode;
import io.fulfillmenthub.sandbox.AmazonOrders;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The personal data and the credentials that tests use, by kind, as far as they cannot be mistaken for anything else. */
public final class TestPeople {

    /** What a found text is; only this is ever told. */
    public enum Kind {
        NAME,
        STREET,
        PHONE,
        EMAIL,
        BUYERS_WORDS,
        CREDENTIAL
    }

    private static final List<String> MARKETS =
            List.of("ATVPDKIKX0DER", "A1F83G8C2ARO7P", "A1PA6795UKMFR9", "A1VC38T7YXB528");
    private static final int ENOUGH_TO_SEE_EVERYBODY = 300;
    private static final int SHORTEST_LATIN = 6;

    private static final List<String> NAMES = List.of(
            "Anna Muster",
            "Anna Maria Muster",
            "Maria Muster",
            "Berta Kauf",
            "Ada Lovelace",
            "Ada Example",
            "Maria Example",
            "Buyer Example",
            "Recipient Example",
            "Test Buyer",
            "Test Recipient",
            "Ottoline",
            "Quillfeather",
            "QUILLFEATHER");
    private static final List<String> STREETS = List.of(
            "1 Main St",
            "1 Sample Street",
            "1 Example Way",
            "12 Analytical Ave",
            "9 Newest St",
            "Privetmarsh",
            "Gloamwick");
    private static final List<String> PHONES = List.of("3105551234", "555 0147");
    private static final List<String> WORDS =
            List.of("Thistledown", "Engines Ltd", "PO-448812", "GB-778-1290", "birthday-wish-for-", "engraving-31f");
    private static final List<String> CREDENTIALS = List.of(
            "sandbox-access-token",
            "a-commerce-token",
            "a-client-secret",
            "shop-token",
            "push-secret",
            "s3cr3t",
            "b3BlcmF0b3I6c2VjcmV0",
            "a secret for tests, and only for tests",
            "the first secret, thirty-two letters long",
            "quite another secret, long enough to be one");

    private static final Map<Kind, Pattern> PATTERNS = patterns();

    private TestPeople() {}

    /** @return the kinds of personal data and credentials that a text holds */
    public static Set<Kind> in(String text) {
        Set<Kind> found = EnumSet.noneOf(Kind.class);
        PATTERNS.forEach((kind, pattern) -> {
            if (pattern.matcher(text).find()) {
                found.add(kind);
            }
        });
        return found;
    }

    private static Map<Kind, Pattern> patterns() {
        Set<String> names = new TreeSet<>(NAMES);
        Set<String> streets = new TreeSet<>(STREETS);
        Set<String> phones = new TreeSet<>(PHONES);
        for (String market : MARKETS) {
            AmazonOrders.seeded(1).in(market).next(ENOUGH_TO_SEE_EVERYBODY).forEach(order -> {
                JsonNode address = order.at("/recipient/deliveryAddress");
                String name = address.path("name").asText();
                names.add(name);
                names.addAll(List.of(name.split(" ")));
                streets.add(address.path("addressLine1").asText());
                phones.add(address.path("phone").asText().replaceFirst("..$", ""));
            });
        }
        Map<Kind, Pattern> patterns = new EnumMap<>(Kind.class);
        patterns.put(Kind.NAME, any(names));
        patterns.put(Kind.STREET, any(streets));
        patterns.put(Kind.PHONE, any(phones));
        patterns.put(Kind.EMAIL, Pattern.compile("[A-Za-z0-9]@marketplace\\.example"));
        patterns.put(Kind.BUYERS_WORDS, any(WORDS));
        patterns.put(Kind.CREDENTIAL, Pattern.compile(any(CREDENTIALS) + "|Atz[ar]\\|\\w|amzn1\\.oa2-cs\\.v1\\.\\w"));
        return patterns;
    }

    private static Pattern any(Iterable<String> texts) {
        return Pattern.compile(
                Arrays.stream(distinctive(texts)).map(Pattern::quote).collect(Collectors.joining("|")));
    }

    private static String[] distinctive(Iterable<String> texts) {
        Set<String> distinctive = new TreeSet<>();
        for (String text : texts) {
            boolean latin = text.chars().allMatch(c -> c < '\u0400');
            if (latin ? text.length() >= SHORTEST_LATIN : text.contains(" ") || text.matches(".*\\d.*")) {
                distinctive.add(text);
            }
        }
        return distinctive.toArray(String[]::new);
    }
}
