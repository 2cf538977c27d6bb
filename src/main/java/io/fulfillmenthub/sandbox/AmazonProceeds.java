package io.fulfillmenthub.sandbox;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a buyer pays, by type and detail; tax comes on top, discounts are negative. */
final class AmazonProceeds {

    private static final String TAX = "TAX";

    private final AmazonMarket market;
    private final Map<String, Map<String, BigDecimal>> parts = new LinkedHashMap<>();

    AmazonProceeds(AmazonMarket market) {
        this.market = market;
    }

    /** Adds an amount of a type and the tax on it; the tax on a discount is negative too. */
    AmazonProceeds taxed(String type, String detail, BigDecimal amount) {
        put(type, detail, amount);
        put(
                TAX,
                type.equals("DISCOUNT") ? type : detail,
                amount.multiply(market.taxRate).setScale(market.decimals, RoundingMode.HALF_UP));
        return this;
    }

    void add(AmazonProceeds other) {
        other.parts.forEach((type, details) -> details.forEach((detail, amount) -> put(type, detail, amount)));
    }

    boolean has(String type) {
        return parts.containsKey(type);
    }

    void writeItem(ObjectNode proceeds) {
        money(proceeds.putObject("proceedsTotal"), total(), market);
        breakdowns(proceeds, true);
    }

    void writeOrder(ObjectNode proceeds) {
        money(proceeds.putObject("grandTotal"), total(), market);
        breakdowns(proceeds, false);
    }

    static void money(ObjectNode money, BigDecimal amount, AmazonMarket market) {
        money.put("amount", amount.toPlainString()).put("currencyCode", market.currency);
    }

    private void breakdowns(ObjectNode proceeds, boolean detailed) {
        ArrayNode breakdowns = proceeds.putArray("breakdowns");
        parts.forEach((type, details) -> {
            ObjectNode breakdown = breakdowns.addObject().put("type", type);
            money(breakdown.putObject("subtotal"), sum(details), market);
            if (detailed && (type.equals(TAX) || type.equals("DISCOUNT"))) {
                details(breakdown.putArray("detailedBreakdowns"), details);
            }
        });
    }

    private void details(ArrayNode breakdowns, Map<String, BigDecimal> details) {
        details.forEach((subtype, amount) ->
                money(breakdowns.addObject().put("subtype", subtype).putObject("value"), amount, market));
    }

    private void put(String type, String detail, BigDecimal amount) {
        parts.computeIfAbsent(type, key -> new LinkedHashMap<>()).merge(detail, amount, BigDecimal::add);
    }

    private BigDecimal total() {
        return parts.values().stream().map(AmazonProceeds::sum).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal sum(Map<String, BigDecimal> details) {
        return details.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
