package io.fulfillmenthub.order;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds the shop's region for what Amazon writes as stateOrRegion, a code or free text; it never guesses. */
public final class RegionResolver {

    private static final String MILITARY_EUROPE = "armed forces europe";

    private static final Pattern ACCENT = Pattern.compile("\\p{M}");
    private static final Pattern DOT_WITHIN_LETTERS = Pattern.compile("(?<=\\b\\p{L})\\.(?=\\p{L}\\b)");
    private static final Pattern BLANK = Pattern.compile("[\\s,'’‐-―_-]+");

    private final RegionAliases aliases = new RegionAliases();

    /**
     * Compares codes and names without case, accents, dots and a leading country code, then usual other spellings.
     *
     * @param countryCode ISO 3166-1 alpha-2, may be null
     * @param text what Amazon gives, may be null
     * @param regions the country's regions in the shop
     * @return the one region it means; empty when there is none or more than one
     */
    public Optional<Region> resolve(String countryCode, String text, List<Region> regions) {
        if (countryCode == null || text == null || text.isBlank()) {
            return Optional.empty();
        }
        Set<String> spellings = spellings(countryCode.toUpperCase(Locale.ROOT), text);
        for (String spelling : spellings) {
            Optional<Region> found = only(regions.stream()
                            .filter(region -> spelling.equals(code(countryCode, region.code())))
                            .toList())
                    .or(() -> only(regions.stream()
                            .filter(region -> spelling.equals(plain(region.name())))
                            .toList()));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Set<String> spellings(String country, String text) {
        Set<String> spellings = new LinkedHashSet<>();
        spellings.add(code(country, text));
        spellings.add(plain(text));
        spellings.addAll(aliases.of(country, plain(text)));
        return spellings;
    }

    /** Commerce gives the code AE to four military regions; USPS means Europe's post offices by it. */
    private static Optional<Region> only(List<Region> matching) {
        if (matching.size() == 1) {
            return Optional.of(matching.get(0));
        }
        return matching.stream()
                .filter(region -> MILITARY_EUROPE.equals(plain(region.name())))
                .findFirst();
    }

    private static String code(String country, String text) {
        String prefix = country.toLowerCase(Locale.ROOT) + " ";
        String code = plain(text);
        return code.startsWith(prefix) ? code.substring(prefix.length()) : code;
    }

    /** Lower case, without accents and dots; hyphens, commas and apostrophes are blanks. */
    static String plain(String text) {
        if (text == null) {
            return "";
        }
        String bare =
                ACCENT.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
        String dotless = DOT_WITHIN_LETTERS.matcher(bare).replaceAll("").replace(".", " ");
        return BLANK.matcher(dotless).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
    }
}
