package io.fulfillmenthub.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** The lines of an order with money that adds up: the parts of a line to its total, the lines to the grand total. */
final class AmazonLines {

    static final List<String> SKUS = List.of("GADGET-2", "GIZMO-3", "WIDGET-RED-1", "WIDGET-BLUE-1");

    private static final Map<String, String> TITLES = Map.of(
            "GADGET-2", "Gadget, second edition",
            "GIZMO-3", "Gizmo 3 – the \"all-in-one\" set",
            "WIDGET-RED-1", "Widget 1\" (red)",
            "WIDGET-BLUE-1", "Widget 1\" (blue)");
    private static final Map<String, String> PRICES =
            Map.of("GADGET-2", "24.99", "GIZMO-3", "149.00", "WIDGET-RED-1", "9.95", "WIDGET-BLUE-1", "10.95");

    private final AmazonMarket market;
    private final Random random;

    AmazonLines(AmazonMarket market, Random random) {
        this.market = market;
        this.random = random;
    }

    void addTo(ObjectNode order, int number, AmazonStatus status) {
        List<String> skus = new ArrayList<>(SKUS);
        Collections.shuffle(skus, random);
        AmazonProceeds total = new AmazonProceeds(market);
        var items = order.putArray("orderItems");
        for (String sku : skus.subList(0, number)) {
            AmazonProceeds proceeds = line(items.addObject(), sku, status);
            total.add(proceeds);
        }
        total.writeOrder(order.putObject("proceeds"));
    }

    private AmazonProceeds line(ObjectNode item, String sku, AmazonStatus status) {
        int quantity = 1 + random.nextInt(3);
        BigDecimal price = money(new BigDecimal(PRICES.get(sku)).multiply(market.priceLevel));
        item.put("orderItemId", "%014d".formatted(10_000_000_000_000L + random.nextLong(89_999_999_999_999L)));
        item.put("quantityOrdered", quantity);
        product(item.putObject("product"), sku, price);
        boolean gift = random.nextInt(4) == 0;
        fulfillment(item.putObject("fulfillment"), quantity, gift, status);
        AmazonProceeds proceeds = proceeds(price.multiply(BigDecimal.valueOf(quantity)), gift);
        proceeds.writeItem(item.putObject("proceeds"));
        if (proceeds.has("DISCOUNT")) {
            item.putObject("promotion")
                    .putArray("breakdowns")
                    .addObject()
                    .put("promotionId", "PLM-" + random.nextInt(1_000_000));
        }
        if (market == AmazonMarket.US) {
            item.putObject("tax")
                    .putArray("taxCollections")
                    .addObject()
                    .put("model", "MARKETPLACE_FACILITATOR")
                    .put("responsibleParty", "Amazon Services, Inc.");
        }
        return proceeds;
    }

    private void product(ObjectNode product, String sku, BigDecimal price) {
        product.put("asin", "B0SANDBOX" + SKUS.indexOf(sku));
        product.put("title", TITLES.get(sku));
        product.put("sellerSku", sku);
        product.putObject("condition").put("conditionType", "NEW").put("conditionSubtype", "NEW");
        AmazonProceeds.money(product.putObject("price").putObject("unitPrice"), price, market);
    }

    private static void fulfillment(ObjectNode fulfillment, int quantity, boolean gift, AmazonStatus status) {
        boolean shipped = status == AmazonStatus.SHIPPED;
        fulfillment.put("quantityFulfilled", shipped ? quantity : 0);
        fulfillment.put("quantityUnfulfilled", shipped || status == AmazonStatus.CANCELLED ? 0 : quantity);
        if (gift) {
            fulfillment
                    .putObject("packing")
                    .putObject("giftOption")
                    .put("giftMessage", "Alles Gute, it's for you!")
                    .put("giftWrapLevel", "CLASSIC");
        }
    }

    private AmazonProceeds proceeds(BigDecimal goods, boolean gift) {
        AmazonProceeds proceeds = new AmazonProceeds(market).taxed("ITEM", "ITEM", goods);
        if (random.nextInt(3) != 0) {
            BigDecimal shipping = money(new BigDecimal("4.99").multiply(market.priceLevel));
            proceeds.taxed("SHIPPING", "SHIPPING", shipping);
            if (random.nextInt(4) == 0) {
                proceeds.taxed("DISCOUNT", "SHIPPING", shipping.negate());
            }
        }
        if (gift) {
            proceeds.taxed("GIFT_WRAP", "GIFT_WRAP", money(new BigDecimal("3.49").multiply(market.priceLevel)));
        }
        if (random.nextInt(3) == 0) {
            proceeds.taxed("DISCOUNT", "ITEM", money(goods.multiply(new BigDecimal("-0.15"))));
        }
        return proceeds;
    }

    private BigDecimal money(BigDecimal amount) {
        return amount.setScale(market.decimals, RoundingMode.HALF_UP);
    }
}
