package io.fulfillmenthub.ledger;

import io.fulfillmenthub.order.Money;
import io.fulfillmenthub.order.OrderState;
import io.fulfillmenthub.order.ReasonCode;
import io.fulfillmenthub.order.RejectedException;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Currency;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Rows of the ledger as records. */
@Component
class OrderRows {

    private static final Logger LOG = LoggerFactory.getLogger(OrderRows.class);

    private final Seal seal;

    OrderRows(Seal seal) {
        this.seal = seal;
    }

    OrderEntry entry(ResultSet row, int number) throws SQLException {
        return new OrderEntry(
                row.getString("amazon_order_id"),
                row.getString("account_id"),
                row.getString("marketplace_id"),
                instant(row, "purchase_date"),
                row.getString("amazon_status"),
                row.getString("fulfilled_by"),
                buyer(row),
                instant(row, "latest_ship_time"),
                money(row),
                OrderState.valueOf(row.getString("state")),
                row.getObject("commerce_order_id", Long.class),
                row.getString("commerce_order_number"),
                row.getString("reason"),
                note(row),
                row.getInt("attempts"),
                instant(row, "updated_at"));
    }

    private String buyer(ResultSet row) throws SQLException {
        try {
            return seal.open(row.getString("buyer_name"));
        } catch (RejectedException e) {
            LOG.warn("The buyer of {} cannot be shown: {}", row.getString("amazon_order_id"), e.getMessage());
            return null;
        }
    }

    static PackageEntry parcel(ResultSet row, int number) throws SQLException {
        return new PackageEntry(
                row.getInt("package_reference_id"),
                row.getString("carrier_code"),
                row.getString("carrier_title"),
                row.getString("tracking_number"),
                instant(row, "shipped_at"),
                row.getString("state"),
                row.getString("reason"),
                note(row),
                row.getInt("attempts"),
                instant(row, "confirmed_at"));
    }

    static HistoryEntry event(ResultSet row, int number) throws SQLException {
        return new HistoryEntry(
                instant(row, "at"),
                row.getString("event"),
                row.getString("note"),
                row.getString("actor"),
                Columns.calls(row.getString("calls")));
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static Money money(ResultSet row) throws SQLException {
        BigDecimal total = row.getBigDecimal("total");
        String currency = row.getString("currency");
        try {
            return total == null || currency == null ? null : new Money(total, Currency.getInstance(currency));
        } catch (ArithmeticException | IllegalArgumentException e) {
            LOG.warn("The total of {} cannot be shown: {} {}", row.getString("amazon_order_id"), total, currency);
            return null;
        }
    }

    private static String note(ResultSet row) throws SQLException {
        String note = row.getString("note");
        return note != null ? note : nextStep(row.getString("reason"));
    }

    private static String nextStep(String reason) {
        return Arrays.stream(ReasonCode.values())
                .filter(code -> code.name().equals(reason))
                .map(ReasonCode::nextStep)
                .findFirst()
                .orElse(reason);
    }
}
