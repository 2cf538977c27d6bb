package io.fulfillmenthub.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Amounts and quantities in documents: an absent one counts as nought; a written one has no trailing zeros. */
final class CommerceAmounts {

    private CommerceAmounts() {}

    static BigDecimal of(JsonNode document, String field) {
        JsonNode value = document.path(field);
        return value.isNumber() ? value.decimalValue() : BigDecimal.ZERO;
    }

    static void put(ObjectNode document, String field, BigDecimal amount) {
        document.put(field, plain(amount));
    }

    static void add(ObjectNode document, String field, BigDecimal amount) {
        put(document, field, of(document, field).add(amount));
    }

    /** @return part of the amount, to the cent; the whole of it when the quantities are equal */
    static BigDecimal share(BigDecimal amount, BigDecimal quantity, BigDecimal whole) {
        return whole.signum() == 0 || quantity.compareTo(whole) == 0
                ? amount
                : amount.multiply(quantity).divide(whole, 2, RoundingMode.HALF_UP);
    }

    /** @throws CommerceError 400 naming the field when the text is no decimal number; an empty text is nought */
    static BigDecimal parse(String text, String field) {
        if (!text.matches("(-?\\d{1,12}(\\.\\d{1,12})?)?")) {
            throw CommerceError.badRequest("Error occurred during \"" + field + "\" processing. The \"" + text
                    + "\" value's type is invalid. The \"float\" type was expected. Verify and try again.");
        }
        return text.isEmpty() ? BigDecimal.ZERO : new BigDecimal(text);
    }

    static BigDecimal plain(BigDecimal amount) {
        BigDecimal trimmed = amount.setScale(Math.min(amount.scale(), 4), RoundingMode.HALF_UP)
                .stripTrailingZeros();
        return trimmed.scale() < 0 ? trimmed.setScale(0) : trimmed;
    }
}
