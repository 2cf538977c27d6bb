package io.fulfillmenthub.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The countries and regions of the shop, and the calls that read them. */
@Component
@Profile("sandbox")
class CommerceDirectory implements CommerceRouter.Routes {

    private static final String RESOURCE = "/sandbox/commerce-countries.txt";

    private final Map<String, ObjectNode> countries = new TreeMap<>();
    private final Map<String, JsonNode> regions = new TreeMap<>();

    CommerceDirectory() {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(CommerceDirectory.class.getResourceAsStream(RESOURCE), StandardCharsets.UTF_8))) {
            lines.lines().forEach(this::add);
        } catch (IOException e) {
            throw new UncheckedIOException("The resource " + RESOURCE + " cannot be read", e);
        }
    }

    @Override
    public void register(CommerceRouter router) {
        router.on("GET", "directory/countries", CommerceRouter.ANONYMOUS, request -> all())
                .on("GET", "directory/countries/:id", CommerceRouter.ANONYMOUS, this::one);
    }

    /** @return the region with this id if it belongs to this country */
    Optional<JsonNode> region(String country, int id) {
        return Optional.ofNullable(regions.get(country + "/" + id));
    }

    private JsonNode all() {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        countries.values().forEach(list::add);
        return list;
    }

    private JsonNode one(CommerceRequest request) {
        return Optional.ofNullable(countries.get(request.variable("id")))
                .orElseThrow(() -> CommerceError.of(404, "The country isn't available."));
    }

    private void add(String line) {
        String[] parts = line.split("\\|", -1);
        ObjectNode country = JsonNodeFactory.instance
                .objectNode()
                .put("id", parts[0])
                .put("two_letter_abbreviation", parts[0])
                .put("three_letter_abbreviation", parts[1])
                .put("full_name_locale", parts[2])
                .put("full_name_english", parts[2]);
        countries.put(parts[0], country);
        if (!parts[3].isEmpty()) {
            ArrayNode available = country.putArray("available_regions");
            for (String text : parts[3].split(";")) {
                String[] region = text.split(":");
                regions.put(
                        parts[0] + "/" + region[0],
                        available
                                .addObject()
                                .put("id", region[0])
                                .put("code", region[1])
                                .put("name", region[2]));
            }
        }
    }
}
