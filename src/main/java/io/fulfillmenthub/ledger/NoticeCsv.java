package io.fulfillmenthub.ledger;

import io.fulfillmenthub.order.ShipmentNotice;
import io.fulfillmenthub.order.ShipmentNotice.Item;
import io.fulfillmenthub.order.ShipmentNotice.Label;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Shipments as CSV: a line per item and tracking number, lines with the same shipmentId are one shipment. */
final class NoticeCsv {

    static final List<String> COLUMNS = List.of(
            "accountId",
            "amazonOrderId",
            "shipmentId",
            "shippedAt",
            "sku",
            "orderItemId",
            "quantity",
            "transparencyCodes",
            "carrier",
            "title",
            "number");

    private NoticeCsv() {}

    /** @throws IllegalArgumentException with the line and the remedy */
    static List<ShipmentNotice> read(String text) {
        List<String> lines = text.lines().toList();
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("The file is empty: give the header " + String.join(",", COLUMNS));
        }
        List<String> header = cells(lines.get(0));
        if (!COLUMNS.containsAll(header) || !header.contains("shipmentId")) {
            throw new IllegalArgumentException("Line 1 is no header: name columns of " + String.join(",", COLUMNS));
        }
        Map<String, Draft> drafts = new LinkedHashMap<>();
        for (int number = 1; number < lines.size(); number++) {
            if (!lines.get(number).isBlank()) {
                Row row = new Row(number + 1, header, cells(lines.get(number)));
                drafts.computeIfAbsent(row.text("accountId") + "/" + row.text("shipmentId"), key -> new Draft(row))
                        .add(row);
            }
        }
        return drafts.values().stream().map(Draft::notice).toList();
    }

    /** Cells in double quotes may hold commas, and double quotes twice. */
    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (char c : line.toCharArray()) {
            if (c == '"') {
                quoted = !quoted;
                cell.append(quoted && !cell.isEmpty() ? "\"" : "");
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString().strip());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString().strip());
        return cells;
    }

    private record Row(int line, List<String> header, List<String> cells) {

        String text(String column) {
            int at = header.indexOf(column);
            return at < 0 || at >= cells.size() || cells.get(at).isEmpty() ? null : cells.get(at);
        }

        Optional<Item> item() {
            if (text("sku") == null && text("orderItemId") == null) {
                return Optional.empty();
            }
            String codes = text("transparencyCodes");
            return Optional.of(new Item(
                    text("sku"),
                    text("orderItemId"),
                    quantity(),
                    codes == null ? List.of() : Arrays.asList(codes.split("\\s+"))));
        }

        private int quantity() {
            try {
                return Integer.parseInt(String.valueOf(text("quantity")));
            } catch (NumberFormatException notANumber) {
                throw new IllegalArgumentException(
                        "Line " + line + ": quantity is no number: give the number of units", notANumber);
            }
        }

        Instant shippedAt() {
            try {
                return text("shippedAt") == null ? null : Instant.parse(text("shippedAt"));
            } catch (DateTimeException notATime) {
                throw new IllegalArgumentException(
                        "Line " + line + ": shippedAt is no time: give one such as 2026-11-20T10:00:00Z", notATime);
            }
        }
    }

    private static final class Draft {

        private final Row first;
        private final Set<Item> items = new LinkedHashSet<>();
        private final Set<Label> labels = new LinkedHashSet<>();

        Draft(Row first) {
            this.first = first;
        }

        void add(Row row) {
            row.item().ifPresent(items::add);
            if (row.text("number") != null) {
                labels.add(new Label(row.text("carrier"), row.text("title"), row.text("number")));
            }
        }

        ShipmentNotice notice() {
            return new ShipmentNotice(
                    first.text("accountId"),
                    first.text("amazonOrderId"),
                    first.text("shipmentId"),
                    first.shippedAt(),
                    List.copyOf(items),
                    List.copyOf(labels));
        }
    }
}
