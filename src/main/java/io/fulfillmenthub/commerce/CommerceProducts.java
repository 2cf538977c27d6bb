package io.fulfillmenthub.commerce;

import io.fulfillmenthub.commerce.CommerceSearch.Filter;
import io.fulfillmenthub.order.OrderImport;
import io.fulfillmenthub.order.OrderLine;
import io.fulfillmenthub.order.Product;
import io.fulfillmenthub.order.ReasonCode;
import io.fulfillmenthub.order.RejectedException;
import io.fulfillmenthub.order.RetryableException;
import io.fulfillmenthub.order.SellerAccount;
import io.fulfillmenthub.order.SellerAccounts;
import io.fulfillmenthub.order.SkuAliases;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Bean {@code commerceProducts}: the catalogue, asked once for all unknown SKUs of an order; found products are kept a while. */
public final class CommerceProducts {

    private static final int MOST = 10_000;
    private static final Duration LIFE = Duration.ofMinutes(10);

    private static final Set<String> COMPOSITE = Set.of("configurable", "bundle", "grouped");

    private final ExpiringCache<ProductKey, Product> cache;
    private final SellerAccounts accounts;
    private final SkuAliases aliases;

    CommerceProducts(SellerAccounts accounts, SkuAliases aliases, Clock clock) {
        this.accounts = accounts;
        this.aliases = aliases;
        this.cache = new ExpiringCache<>(MOST, LIFE, clock);
    }

    /** @return what is known already of the products of an order */
    public ProductSearch begin(OrderImport order) {
        Map<String, Product> known = new LinkedHashMap<>();
        List<String> missing = new ArrayList<>();
        commerceSkus(order)
                .forEach(sku -> cache.get(new ProductKey(order.storeCode(), lower(sku)))
                        .ifPresentOrElse(product -> known.put(lower(sku), product), () -> missing.add(sku)));
        return new ProductSearch(order, known, missing);
    }

    /** @return the question for every product that is not known yet */
    public CommerceCall search(ProductSearch search) {
        List<String> plain =
                search.missing().stream().filter(sku -> !sku.contains(",")).toList();
        List<Filter> anyOf = new ArrayList<>();
        if (!plain.isEmpty()) {
            anyOf.add(new Filter("sku", "in", String.join(",", plain)));
        }
        search.missing().stream()
                .filter(sku -> sku.contains(","))
                .forEach(sku -> anyOf.add(new Filter("sku", "eq", sku)));
        return CommerceCall.get(
                "search-products",
                search.order().key(),
                search.order().storeCode(),
                "/V1/products",
                new CommerceSearch()
                        .where(anyOf)
                        .pageSize(search.missing().size())
                        .answering("items[id,sku,name,type_id,status],total_count"));
    }

    /** @return the search with what Commerce answered; disabled products are not kept, they may be enabled any time */
    public ProductSearch found(ProductSearch search, CommerceJson.Products answer) {
        Map<String, Product> known = new LinkedHashMap<>(search.known());
        answer.items().forEach(item -> {
            boolean enabled = item.status() == null || item.status() == 1;
            Product product = new Product(item.id(), item.sku(), item.name(), item.typeId(), enabled);
            known.put(lower(item.sku()), product);
            if (enabled) {
                cache.put(new ProductKey(search.order().storeCode(), lower(item.sku())), product);
            }
        });
        return new ProductSearch(search.order(), known, List.of());
    }

    /**
     * Concludes the search.
     *
     * @return products by Amazon SKU
     * @throws RejectedException PRODUCT_UNKNOWN, PRODUCT_DISABLED or PRODUCT_COMPOSITE, naming the SKU; what Amazon ships may
     *     be disabled or a parent
     * @throws RetryableException when an operator mapped the SKU meanwhile
     */
    public Map<String, Product> require(ProductSearch search) {
        SellerAccount account = accounts.get(search.order().key().accountId());
        Map<String, Product> products = new LinkedHashMap<>();
        for (String sku : amazonSkus(search.order())) {
            String wanted = commerceSku(account, sku);
            Product product = search.known().get(lower(wanted));
            Optional<RejectedException> refusal =
                    refusal(named(sku, wanted), product, search.order().order().fulfilledByAmazon());
            if (refusal.isPresent()) {
                requireStillMapped(account, sku, wanted);
                throw refusal.get();
            }
            products.put(sku, product);
        }
        return products;
    }

    private static Optional<RejectedException> refusal(String sku, Product product, boolean shippedByAmazon) {
        if (product == null) {
            return refusal(ReasonCode.PRODUCT_UNKNOWN, "Commerce has no product with the SKU " + sku);
        }
        if (!product.enabled() && !shippedByAmazon) {
            return refusal(ReasonCode.PRODUCT_DISABLED, "The product with the SKU " + sku + " is disabled in Commerce");
        }
        if (product.typeId() != null && COMPOSITE.contains(product.typeId()) && !shippedByAmazon) {
            return refusal(
                    ReasonCode.PRODUCT_COMPOSITE,
                    "The product with the SKU " + sku + " is a " + product.typeId()
                            + " product, of which only children can be shipped");
        }
        return Optional.empty();
    }

    private static Optional<RejectedException> refusal(ReasonCode reason, String sentence) {
        return Optional.of(new RejectedException(reason, sentence));
    }

    /** An operator may have mapped it a moment ago, perhaps at another hub. */
    private void requireStillMapped(SellerAccount account, String sku, String wanted) {
        String now = aliases.findNow(account.id(), sku).orElseGet(() -> account.commerceSku(sku));
        if (!now.equals(wanted)) {
            throw new RetryableException("The SKU " + sku + " was mapped to another one a moment ago", null, null);
        }
    }

    private static String named(String sku, String wanted) {
        return wanted.equals(sku) ? sku : wanted + " (alias of Amazon's " + sku + ")";
    }

    private List<String> commerceSkus(OrderImport order) {
        SellerAccount account = accounts.get(order.key().accountId());
        return amazonSkus(order).stream()
                .map(sku -> commerceSku(account, sku))
                .distinct()
                .toList();
    }

    private String commerceSku(SellerAccount account, String sku) {
        return aliases.find(account.id(), sku).orElseGet(() -> account.commerceSku(sku));
    }

    private static List<String> amazonSkus(OrderImport order) {
        return order.order().lines().stream()
                .filter(line -> line.quantityOrdered() > 0)
                .map(CommerceProducts::sku)
                .distinct()
                .toList();
    }

    private static String sku(OrderLine line) {
        if (line.sku() == null || line.sku().isBlank()) {
            throw new RejectedException(
                    ReasonCode.ORDER_UNREADABLE, "Amazon gives no SKU for the item " + line.orderItemId());
        }
        return line.sku();
    }

    private static String lower(String sku) {
        return sku.strip().toLowerCase(Locale.ROOT);
    }

    private record ProductKey(String store, String sku) {}

    /**
     * The search for the products of an order, while it goes on.
     *
     * @param order the order
     * @param known products by SKU in lower case: Commerce does not distinguish case
     * @param missing SKUs to ask Commerce for
     */
    public record ProductSearch(OrderImport order, Map<String, Product> known, List<String> missing) {

        /** @return whether Commerce must be asked */
        public boolean open() {
            return !missing.isEmpty();
        }
    }
}
