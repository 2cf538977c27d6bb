package io.fulfillmenthub.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A {@code searchCriteria}: groups of filters (all groups, any filter of a group), sort orders, page size and page.
 *
 * @param pageSize 0 or less for everything
 */
record CommerceSearch(List<List<Filter>> groups, List<Sort> sorts, int pageSize, int currentPage, ObjectNode echo) {

    private static final Pattern FILTER = Pattern.compile(
            "searchCriteria\\[(?:filter_groups|filterGroups)]\\[(\\d+)]\\[filters]\\[(\\d+)]\\[(\\w+)]");
    private static final Pattern SORT =
            Pattern.compile("searchCriteria\\[(?:sort_orders|sortOrders)]\\[(\\d+)]\\[(\\w+)]");

    /** One condition on a column. */
    record Filter(String field, String condition, String value) {}

    /** One sort order. */
    record Sort(String field, boolean descending) {}

    /** @throws CommerceError 400 without a {@code searchCriteria}, or with a page that is no number */
    static CommerceSearch of(Map<String, String> parameters) {
        if (parameters.keySet().stream().noneMatch(name -> name.startsWith("searchCriteria"))) {
            throw CommerceError.required("searchCriteria");
        }
        TreeMap<Integer, TreeMap<Integer, Map<String, String>>> filters = new TreeMap<>();
        TreeMap<Integer, Map<String, String>> sorts = new TreeMap<>();
        parameters.forEach((name, value) -> collect(name, value, filters, sorts));
        List<List<Filter>> groups = filters.values().stream()
                .map(group ->
                        group.values().stream().map(CommerceSearch::filter).toList())
                .toList();
        List<Sort> orders = sorts.values().stream()
                .map(sort -> new Sort(
                        sort.getOrDefault("field", ""),
                        !sort.getOrDefault("direction", "DESC").equalsIgnoreCase("ASC")))
                .toList();
        ObjectNode echo = echo(groups, orders);
        int size = number(parameters, echo, "pageSize", "page_size");
        int page = number(parameters, echo, "currentPage", "current_page");
        return new CommerceSearch(groups, orders, size, Math.max(page, 1), echo);
    }

    private static void collect(
            String name,
            String value,
            TreeMap<Integer, TreeMap<Integer, Map<String, String>>> filters,
            TreeMap<Integer, Map<String, String>> sorts) {
        Matcher filter = FILTER.matcher(name);
        Matcher sort = SORT.matcher(name);
        if (filter.matches()) {
            filters.computeIfAbsent(Integer.valueOf(filter.group(1)), group -> new TreeMap<>())
                    .computeIfAbsent(Integer.valueOf(filter.group(2)), at -> new TreeMap<>())
                    .put(filter.group(3).replace("conditionType", "condition_type"), value);
        } else if (sort.matches()) {
            sorts.computeIfAbsent(Integer.valueOf(sort.group(1)), at -> new TreeMap<>())
                    .put(sort.group(2), value);
        }
    }

    private static Filter filter(Map<String, String> parts) {
        return new Filter(
                parts.getOrDefault("field", ""),
                parts.getOrDefault("condition_type", "eq"),
                parts.getOrDefault("value", ""));
    }

    private static int number(Map<String, String> parameters, ObjectNode echo, String name, String column) {
        String text = parameters.getOrDefault(
                "searchCriteria[" + name + "]", parameters.get("searchCriteria[" + column + "]"));
        if (text == null) {
            return 0;
        }
        if (!text.matches("-?\\d{1,9}")) {
            throw CommerceError.badRequest("Error occurred during \"" + name + "\" processing. The \"" + text
                    + "\" value's type is invalid. The \"int\" type was expected. Verify and try again.");
        }
        echo.put(column, Integer.parseInt(text));
        return Integer.parseInt(text);
    }

    private static ObjectNode echo(List<List<Filter>> groups, List<Sort> sorts) {
        ObjectNode echo = JsonNodeFactory.instance.objectNode();
        ArrayNode list = echo.putArray("filter_groups");
        for (List<Filter> group : groups) {
            ArrayNode filters = list.addObject().putArray("filters");
            group.forEach(filter -> filters.addObject()
                    .put("field", filter.field())
                    .put("value", filter.value())
                    .put("condition_type", filter.condition()));
        }
        if (!sorts.isEmpty()) {
            ArrayNode orders = echo.putArray("sort_orders");
            sorts.forEach(sort ->
                    orders.addObject().put("field", sort.field()).put("direction", sort.descending() ? "DESC" : "ASC"));
        }
        return echo;
    }

    /** @return the page of a complete, sorted result, as the API answers it */
    JsonNode page(List<? extends JsonNode> items, int total) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.putArray("items").addAll(new ArrayList<>(items));
        answer.set("search_criteria", echo);
        return answer.put("total_count", total);
    }
}
