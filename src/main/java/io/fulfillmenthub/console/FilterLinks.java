package io.fulfillmenthub.console;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;

/** A list's filters as they stand in its address, and the addresses that differ from it by one; templates call it. */
class FilterLinks {

    private static final Map<String, String> ORDERS = orders();
    private static final Map<String, String> ERRORS = errors();
    private static final Set<String> CONSTANTS = Set.of("state", "status", "cause", "side", "operation");
    private static final List<String> SHAPE = List.of("sort", "size", "page");

    private final String path;
    private final Map<String, String> labels;
    private final MultiValueMap<String, String> given = new LinkedMultiValueMap<>();

    private FilterLinks(String path, Map<String, String> labels, Map<String, List<String>> parameters) {
        this.path = path;
        this.labels = labels;
        parameters.forEach((name, values) -> values.stream()
                .filter(value -> !value.isBlank() && (labels.containsKey(name) || SHAPE.contains(name)))
                .forEach(value -> given.add(name, value.strip())));
    }

    /** @return the filters of the page Orders */
    static FilterLinks ofOrders(Map<String, List<String>> parameters) {
        return new FilterLinks("/orders", ORDERS, parameters);
    }

    /** @return the filters of the page Communication errors */
    static FilterLinks ofErrors(Map<String, List<String>> parameters) {
        return new FilterLinks("/errors", ERRORS, parameters);
    }

    private static Map<String, String> errors() {
        Map<String, String> labels = new LinkedHashMap<>();
        labels.put("side", "Side");
        labels.put("account", "Account");
        labels.put("operation", "Operation");
        labels.put("code", "Code");
        labels.put("from", "From");
        labels.put("to", "To");
        return labels;
    }

    private static Map<String, String> orders() {
        Map<String, String> labels = new LinkedHashMap<>();
        labels.put("number", "Order number");
        labels.put("buyer", "Buyer");
        labels.put("state", "Hub state");
        labels.put("status", "Status");
        labels.put("account", "Account");
        labels.put("from", "From");
        labels.put("to", "To");
        labels.put("minTotal", "Total from");
        labels.put("maxTotal", "Total to");
        labels.put("shipBy", "To be shipped by");
        labels.put("cause", "Parked as");
        return labels;
    }

    /**
     * A filter that can be taken off.
     *
     * @param label what is filtered by
     * @param value the value
     * @param constant whether the value is a constant's name
     * @param link the list without it
     */
    record Chip(String label, String value, boolean constant, String link) {}

    public List<Chip> chips() {
        List<Chip> chips = new ArrayList<>();
        labels.forEach((name, label) -> {
            if (given.containsKey(name)) {
                boolean constant = CONSTANTS.contains(name);
                chips.add(new Chip(label, String.join(", ", given.get(name)), constant, without(name)));
            }
        });
        return chips;
    }

    public String value(String name) {
        return given.containsKey(name) ? String.join(",", given.get(name)) : "";
    }

    /** @return the day of a date filter, for the date field */
    public String day(String name) {
        String value = value(name);
        return value.substring(0, Math.min(10, value.length()));
    }

    public boolean more() {
        return List.of("status", "account", "from", "to", "minTotal", "maxTotal", "shipBy").stream()
                .anyMatch(given::containsKey);
    }

    public String with(String name, String value) {
        MultiValueMap<String, String> changed = copy(name);
        changed.set(name, value);
        return address(path, changed);
    }

    public String without(String name) {
        return address(path, copy(name));
    }

    /** @return the address without any filter */
    public String cleared() {
        return path;
    }

    /** @return the address of the whole list as a CSV file */
    public String csv() {
        return address(path + ".csv", copy("size"));
    }

    /** @return the address that answers with the table alone, or with nothing while the version is still right */
    public String live(String version) {
        MultiValueMap<String, String> changed = new LinkedMultiValueMap<>(given);
        changed.set("version", version);
        return address(path + "/live", changed);
    }

    private MultiValueMap<String, String> copy(String leftOut) {
        MultiValueMap<String, String> copy = new LinkedMultiValueMap<>(given);
        copy.remove(leftOut);
        copy.remove("page");
        return copy;
    }

    private static String address(String path, MultiValueMap<String, String> parameters) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
        List<String> values = new ArrayList<>();
        parameters.forEach((name, all) -> all.forEach(value -> {
            address.queryParam(name, "{value}");
            values.add(value);
        }));
        return address.encode().buildAndExpand(values.toArray()).toUriString();
    }
}
