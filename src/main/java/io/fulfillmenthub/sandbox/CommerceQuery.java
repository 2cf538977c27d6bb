package io.fulfillmenthub.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Runs a search over a table, by an index where there is one. */
final class CommerceQuery {

    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,18}(\\.\\d{1,9})?");
    private static final Pattern ISO_TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d.*");

    private final CommerceTable table;
    private final Set<String> columns;

    /** @param columns the columns that may be searched */
    CommerceQuery(CommerceTable table, Set<String> columns) {
        this.table = table;
        this.columns = columns;
    }

    /**
     * @param view turns a stored document into an answered one
     * @throws CommerceError 500 for an unknown column
     */
    JsonNode run(CommerceSearch search, UnaryOperator<ObjectNode> view) {
        search.groups().forEach(group -> group.forEach(filter -> known(filter.field())));
        search.sorts().forEach(sort -> known(sort.field()));
        List<CommerceTable.Row> found = new ArrayList<>();
        for (CommerceTable.Row row : candidates(search)) {
            if (search.groups().stream().allMatch(group -> group.stream().anyMatch(filter -> fits(row, filter)))) {
                found.add(row);
            }
        }
        if (!search.sorts().isEmpty()) {
            found.sort(order(search.sorts()));
        }
        long skip = search.pageSize() > 0 ? (long) (search.currentPage() - 1) * search.pageSize() : 0;
        List<ObjectNode> page = found.stream()
                .skip(skip)
                .limit(search.pageSize() > 0 ? search.pageSize() : Integer.MAX_VALUE)
                .map(row -> view.apply(table.document(row)))
                .toList();
        return search.page(page, found.size());
    }

    private void known(String column) {
        if (!columns.contains(column)) {
            throw CommerceError.masked();
        }
    }

    private Iterable<CommerceTable.Row> candidates(CommerceSearch search) {
        for (List<CommerceSearch.Filter> group : search.groups()) {
            if (group.stream().allMatch(this::isLookUp)) {
                Collection<Integer> ids = new TreeSet<>();
                group.forEach(filter -> values(filter).forEach(value -> ids.addAll(table.find(filter.field(), value))));
                return table.rows(ids);
            }
        }
        return table.rows();
    }

    private boolean isLookUp(CommerceSearch.Filter filter) {
        return table.isIndexed(filter.field())
                && (filter.condition().equals("eq") || filter.condition().equals("in"));
    }

    private static List<String> values(CommerceSearch.Filter filter) {
        return filter.condition().equals("eq")
                ? List.of(filter.value())
                : Arrays.stream(filter.value().split(",")).map(String::trim).toList();
    }

    private boolean fits(CommerceTable.Row row, CommerceSearch.Filter filter) {
        JsonNode value = table.value(row, filter.field());
        boolean absent = value.isMissingNode() || value.isNull();
        if (filter.condition().equals("null") || filter.condition().equals("notnull")) {
            return absent == filter.condition().equals("null");
        }
        return !absent && fits(value.asText(), filter);
    }

    private static boolean fits(String value, CommerceSearch.Filter filter) {
        String wanted = filter.value();
        return switch (filter.condition()) {
            case "neq" -> compare(value, wanted) != 0;
            case "gt" -> compare(value, wanted) > 0;
            case "gteq", "moreq", "from" -> compare(value, wanted) >= 0;
            case "lt" -> compare(value, wanted) < 0;
            case "lteq", "to" -> compare(value, wanted) <= 0;
            case "in", "nin" ->
                Arrays.stream(wanted.split(",")).anyMatch(one -> compare(value, one.trim()) == 0)
                        == filter.condition().equals("in");
            case "like", "nlike" ->
                like(wanted).matcher(value).matches() == filter.condition().equals("like");
            default -> compare(value, wanted) == 0;
        };
    }

    private static Pattern like(String wanted) {
        String pattern = Arrays.stream(wanted.split("%", -1))
                .map(Pattern::quote)
                .reduce((a, b) -> a + ".*" + b)
                .orElse("");
        return Pattern.compile(pattern, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);
    }

    private static int compare(String value, String wanted) {
        if (NUMBER.matcher(value).matches() && NUMBER.matcher(wanted).matches()) {
            return new BigDecimal(value).compareTo(new BigDecimal(wanted));
        }
        String other = ISO_TIME.matcher(wanted).matches() ? CommerceTime.parse(wanted) : wanted;
        return value.toLowerCase(Locale.ROOT).compareTo(other.toLowerCase(Locale.ROOT));
    }

    private Comparator<CommerceTable.Row> order(List<CommerceSearch.Sort> sorts) {
        Comparator<CommerceTable.Row> order = Comparator.comparing(row -> 0);
        for (CommerceSearch.Sort sort : sorts) {
            Comparator<CommerceTable.Row> next = (a, b) -> compare(
                    table.value(a, sort.field()).asText(),
                    table.value(b, sort.field()).asText());
            order = order.thenComparing(sort.descending() ? next.reversed() : next);
        }
        return order;
    }
}
