package io.fulfillmenthub.console;

import io.fulfillmenthub.ledger.OrderEntry;
import io.fulfillmenthub.order.FulfilledBy;
import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Orders as lines of a CSV file (RFC 4180) that spreadsheets open without running what buyers wrote. */
final class OrderCsv {

    /** With it spreadsheets read UTF-8. */
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private static final String END = "\r\n";
    private static final String HEADINGS = "Purchase Date,Order Number,Status,Buyer's Name,Grand Total,Currency,"
            + "Order Notes,Account,Marketplace,Channel,Commerce Order,Hub State,Ship By";

    /** What makes a spreadsheet take a cell for a formula (OWASP, CSV Injection). */
    private static final String FORMULA = "=+-@\t\r\n＝＋－＠";

    private static final int LINES_BETWEEN_LOOKS = 500;

    private final PrintWriter out;
    private final Presentation show;
    private int lines;

    OrderCsv(PrintWriter out, Presentation show) {
        this.out = out;
        this.show = show;
        out.print(BYTE_ORDER_MARK + HEADINGS + END);
    }

    /** @throws AbandonedException when nobody reads any more; noticed within some hundred lines */
    void add(OrderEntry entry) {
        if (++lines % LINES_BETWEEN_LOOKS == 0 && out.checkError()) {
            throw new AbandonedException();
        }
        boolean money = entry.total() != null;
        List<Object> cells = Stream.of(
                        entry.purchaseDate(),
                        text(entry.amazonOrderId()),
                        text(entry.amazonStatus()),
                        text(entry.buyerName()),
                        money ? entry.total().amount().toPlainString() : "",
                        money ? entry.total().currency().getCurrencyCode() : "",
                        text(entry.note()),
                        text(entry.accountId()),
                        text(entry.marketplaceId() == null ? "" : show.marketplace(entry.marketplaceId())),
                        FulfilledBy.AMAZON.name().equals(entry.fulfilledBy()) ? "FBA" : "FBM",
                        text(entry.commerceOrderNumber()),
                        entry.state(),
                        entry.shipBy() == null ? "" : entry.shipBy())
                .map(Object.class::cast)
                .toList();
        out.print(cells.stream().map(String::valueOf).collect(Collectors.joining(",")) + END);
    }

    /** @return the text as a cell, with an apostrophe before what a spreadsheet would calculate */
    static String text(String text) {
        if (text == null || text.isEmpty()) {
            return "";
        }
        String harmless = FORMULA.indexOf(
                                        text.stripLeading().isEmpty()
                                                ? ' '
                                                : text.stripLeading().charAt(0))
                                >= 0
                        || FORMULA.indexOf(text.charAt(0)) >= 0
                ? "'" + text
                : text;
        return '"' + harmless.replace("\"", "\"\"") + '"';
    }

    /** Whoever wanted the file has gone: a writer says so only when asked, and the database would be read to the end. */
    static final class AbandonedException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
