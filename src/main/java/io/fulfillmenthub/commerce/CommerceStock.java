package io.fulfillmenthub.commerce;

import io.fulfillmenthub.commerce.CommerceCall.Parameter;
import io.fulfillmenthub.order.OrderImport;
import io.fulfillmenthub.order.OrderLine;
import io.fulfillmenthub.order.Product;
import io.fulfillmenthub.order.ReasonCode;
import io.fulfillmenthub.order.RejectedException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Bean {@code commerceStock}: whether the shop can still sell what an order needs, asked once for all its products. Which stock
 * serves a website is asked for once an hour; a shop without Inventory Management is not asked again in that time.
 */
public final class CommerceStock {

    /** Commerce's own default stock. */
    private static final long DEFAULT_STOCK = 1;

    private static final int MOST = 1_000;
    private static final Duration LIFE = Duration.ofHours(1);

    private final ExpiringCache<Long, Long> stocks;

    CommerceStock(Clock clock) {
        this.stocks = new ExpiringCache<>(MOST, LIFE, clock);
    }

    /** @return the check of an order that knows its products, with the stock of its website if that is known already */
    public StockCheck begin(OrderImport order) {
        long website = order.directory().store().websiteId();
        return new StockCheck(order, null, stocks.get(website).orElse(null));
    }

    /** @return the question for the shop's websites */
    public CommerceCall websites(StockCheck check) {
        return CommerceCall.get(
                        "get-websites", check.order().key(), CommerceCall.ALL_STORES, "/V1/store/websites", List.of())
                .orWithoutFunction("[]");
    }

    /** @return the check with the code of the order's website; {@code base} is the one of a new shop */
    public StockCheck located(StockCheck check, List<CommerceJson.Website> websites) {
        long id = check.order().directory().store().websiteId();
        String code = websites.stream()
                .filter(website -> website.id() == id && website.code() != null)
                .map(CommerceJson.Website::code)
                .findFirst()
                .orElse("base");
        return new StockCheck(check.order(), code, null);
    }

    /** @return the question for the stock that serves the website */
    public CommerceCall stock(StockCheck check) {
        return CommerceCall.get(
                        "get-stock",
                        check.order().key(),
                        CommerceCall.ALL_STORES,
                        "/V1/inventory/stock-resolver/website/" + CommerceUrl.encode(check.website()),
                        List.of())
                .orWithoutFunction("{}");
    }

    /** @return the check with the stock, the default one where the shop does not say */
    public StockCheck resolved(StockCheck check, CommerceJson.Stock answer) {
        long stock = answer.stockId() == null ? DEFAULT_STOCK : answer.stockId();
        stocks.put(check.order().directory().store().websiteId(), stock);
        return new StockCheck(check.order(), check.website(), stock);
    }

    /** @return the one question for every product of the order */
    public CommerceCall salable(StockCheck check) {
        List<Parameter> parameters = new ArrayList<>();
        int index = 0;
        for (Map.Entry<String, Integer> wanted : units(check.order()).entrySet()) {
            String request = "skuRequests[" + index++ + "]";
            parameters.add(new Parameter(request + "[sku]", wanted.getKey()));
            parameters.add(new Parameter(request + "[qty]", String.valueOf(wanted.getValue())));
        }
        parameters.add(new Parameter("stockId", String.valueOf(check.stockId())));
        return CommerceCall.get(
                        "get-salable",
                        check.order().key(),
                        check.order().storeCode(),
                        "/V1/inventory/are-product-salable-for-requested-qty",
                        parameters)
                .orWithoutFunction("[]");
    }

    /**
     * Concludes the check.
     *
     * @return the order; a sentence is added to its comment where the shop does not say what it can sell
     * @throws RejectedException OUT_OF_STOCK, naming the products
     */
    public OrderImport require(StockCheck check, List<CommerceJson.Salability> answer) {
        Map<String, Integer> units = units(check.order());
        String lacking = answer.stream()
                .filter(product -> !product.salable())
                .map(product -> units.getOrDefault(product.sku(), 0) + " of " + product.sku())
                .collect(Collectors.joining(", "));
        if (!lacking.isEmpty()) {
            throw new RejectedException(
                    ReasonCode.OUT_OF_STOCK, "Commerce cannot sell " + lacking + ": not enough is in stock");
        }
        return answer.isEmpty()
                ? check.order().withRemark("The shop has no Inventory Management: the stock was not checked.")
                : check.order();
    }

    /** Several items, or several SKUs of Amazon, may be the same product. */
    private static Map<String, Integer> units(OrderImport order) {
        Map<String, Integer> units = new LinkedHashMap<>();
        for (OrderLine line : order.order().lines()) {
            Product product = order.products().get(line.sku());
            if (line.quantityOrdered() > 0 && product != null) {
                units.merge(product.sku(), line.quantityOrdered(), Integer::sum);
            }
        }
        return units;
    }

    /**
     * The check of an order's stock, while it goes on.
     *
     * @param order the order
     * @param website the code of its website, null until it is known
     * @param stockId Commerce's stock that serves the website, null until it is known
     */
    public record StockCheck(OrderImport order, String website, Long stockId) {

        /** @return whether Commerce must be asked which stock serves the website */
        public boolean stockMissing() {
            return stockId == null;
        }
    }
}
