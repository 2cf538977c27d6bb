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
 * serves a website is asked for once an hour. What can be sold is believed for half a minute, for as many units as were asked
 * for: an order made over REST reserves nothing, so that only other channels change the answer (measured with Magento 2.4.7).
 */
public final class CommerceStock {

    /** Commerce's own default stock. */
    private static final long DEFAULT_STOCK = 1;

    private static final int MOST = 1_000;
    private static final Duration LIFE = Duration.ofHours(1);

    private static final int MOST_PRODUCTS = 10_000;
    private static final Duration BELIEVED = Duration.ofSeconds(30);

    /** A shop without Inventory Management cannot say. */
    private static final int UNTOLD = -1;

    private final ExpiringCache<Long, Long> stocks;
    private final ExpiringCache<StockItem, Integer> salable;

    CommerceStock(Clock clock) {
        this.stocks = new ExpiringCache<>(MOST, LIFE, clock);
        this.salable = new ExpiringCache<>(MOST_PRODUCTS, BELIEVED, clock);
    }

    /** @return the check of an order that knows its products, with the stock of its website if that is known already */
    public StockCheck begin(OrderImport order) {
        long website = order.directory().store().websiteId();
        return stocks.get(website)
                .map(stock -> check(order, null, stock))
                .orElseGet(() -> new StockCheck(order, null, null, Map.of(), false));
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
        return new StockCheck(check.order(), code, null, Map.of(), false);
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
        return check(check.order(), check.website(), stock);
    }

    private StockCheck check(OrderImport order, String website, long stock) {
        Map<String, Integer> asked = new LinkedHashMap<>();
        boolean untold = false;
        for (Map.Entry<String, Integer> wanted : units(order).entrySet()) {
            Integer known = salable.get(new StockItem(stock, wanted.getKey())).orElse(0);
            if (known == UNTOLD) {
                untold = true;
            } else if (known < wanted.getValue()) {
                asked.put(wanted.getKey(), wanted.getValue());
            }
        }
        return new StockCheck(order, website, stock, asked, untold);
    }

    /** @return the one question for every product of the order of which it is not known already */
    public CommerceCall salable(StockCheck check) {
        List<Parameter> parameters = new ArrayList<>();
        int index = 0;
        for (Map.Entry<String, Integer> wanted : check.asked().entrySet()) {
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
     * Concludes a check that asked.
     *
     * @return the order; a sentence is added to its comment where the shop does not say what it can sell
     * @throws RejectedException OUT_OF_STOCK, naming the products
     */
    public OrderImport require(StockCheck check, List<CommerceJson.Salability> answer) {
        answer.stream().filter(CommerceJson.Salability::salable).forEach(product -> believe(check, product.sku()));
        String lacking = answer.stream()
                .filter(product -> !product.salable())
                .map(product -> check.asked().getOrDefault(product.sku(), 0) + " of " + product.sku())
                .collect(Collectors.joining(", "));
        if (!lacking.isEmpty()) {
            throw new RejectedException(
                    ReasonCode.OUT_OF_STOCK, "Commerce cannot sell " + lacking + ": not enough is in stock");
        }
        if (answer.isEmpty()) {
            check.asked().keySet().forEach(sku -> salable.put(new StockItem(check.stockId(), sku), UNTOLD));
        }
        return conclude(check.order(), check.untold() || answer.isEmpty());
    }

    /** @return the order of a check that had nothing to ask */
    public OrderImport known(StockCheck check) {
        return conclude(check.order(), check.untold());
    }

    private static OrderImport conclude(OrderImport order, boolean untold) {
        return untold ? order.withRemark("The shop has no Inventory Management: the stock was not checked.") : order;
    }

    private void believe(StockCheck check, String sku) {
        Integer units = check.asked().get(sku);
        if (units != null) {
            salable.put(new StockItem(check.stockId(), sku), units);
        }
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
     * @param asked units by SKU that Commerce must be asked about
     * @param untold whether the shop could not say lately
     */
    public record StockCheck(
            OrderImport order, String website, Long stockId, Map<String, Integer> asked, boolean untold) {

        /** @return whether Commerce must be asked which stock serves the website */
        public boolean stockMissing() {
            return stockId == null;
        }

        /** @return whether Commerce must be asked about a product */
        public boolean open() {
            return !asked.isEmpty();
        }
    }

    private record StockItem(long stock, String sku) {}
}
