package io.fulfillmenthub.commerce;

import io.fulfillmenthub.commerce.NewOrderJson.Address;
import io.fulfillmenthub.commerce.NewOrderJson.Customer;
import io.fulfillmenthub.commerce.NewOrderJson.Entity;
import io.fulfillmenthub.commerce.NewOrderJson.ExtensionAttributes;
import io.fulfillmenthub.commerce.NewOrderJson.Item;
import io.fulfillmenthub.commerce.NewOrderJson.Payment;
import io.fulfillmenthub.commerce.NewOrderJson.Shipping;
import io.fulfillmenthub.commerce.NewOrderJson.ShippingAssignment;
import io.fulfillmenthub.commerce.NewOrderJson.StatusHistory;
import io.fulfillmenthub.order.Order;
import io.fulfillmenthub.order.OrderImport;
import io.fulfillmenthub.order.OrderLine;
import io.fulfillmenthub.order.OrderSettings.NumberSource;
import io.fulfillmenthub.order.Product;
import io.fulfillmenthub.order.ReasonCode;
import io.fulfillmenthub.order.RejectedException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** The canonical order in Commerce's words: pure, without calls; what is sent is decided in design.md §5. */
final class CommerceTranslator {

    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final int GENERAL_GROUP = 1;

    private final AddressTranslator addresses = new AddressTranslator();
    private final ImportRemark remarks = new ImportRemark();
    private final FieldLimits limits = new FieldLimits();

    /**
     * Translates an order that knows its products and the shop's directory.
     *
     * @return the body of {@code POST /V1/orders}
     * @throws RejectedException when nothing is left to order, a rate is missing, a product is not known, the amounts do not add up, or Commerce would
     *     cut a field
     */
    NewOrderJson toCommerceOrder(OrderImport order) {
        List<OrderLine> lines = order.order().lines().stream()
                .filter(line -> line.quantityOrdered() > 0)
                .toList();
        if (lines.isEmpty()) {
            throw new RejectedException(ReasonCode.ORDER_UNREADABLE, "Amazon lists no item that is still ordered");
        }
        OrderMoney money = OrderMoney.of(order.order(), lines, order.directory().store());
        Entity entity = entity(order, lines, money);
        limits.require(entity);
        return new NewOrderJson(entity);
    }

    private Entity entity(OrderImport imported, List<OrderLine> lines, OrderMoney money) {
        Order order = imported.order();
        boolean done = order.fulfilledByAmazon();
        String state = done ? "complete" : "processing";
        Address shipTo = addresses.shipping(imported);
        return new Entity(
                imported.settings().numberSource() == NumberSource.AMAZON ? order.amazonOrderId() : null,
                order.amazonOrderId(),
                imported.directory().store().id(),
                state,
                state,
                UTC.format(order.purchaseDate()),
                0,
                0,
                money.currencies(),
                customer(imported),
                money.amounts().totals(done),
                money.base().totals(done),
                money.discounted() ? "Amazon promotion" : null,
                lines.stream().mapToInt(OrderLine::quantityOrdered).sum(),
                lines.size(),
                shippingDescription(order),
                items(imported, lines, money),
                addresses.billing(imported),
                payment(order, money),
                List.of(new StatusHistory(remark(imported, shipTo), 0, 0, 0, state)),
                new ExtensionAttributes(List.of(new ShippingAssignment(new Shipping(shipTo, shippingMethod(order))))));
    }

    private String remark(OrderImport imported, NewOrderJson.Address shipTo) {
        String own = remarks.of(imported.order(), addresses.placeholders(imported.order()), shipTo);
        return (own + " " + imported.remark()).strip();
    }

    private Customer customer(OrderImport order) {
        boolean guest = order.customerId() == null;
        PersonName name = addresses.buyerName(order);
        return new Customer(
                order.customerId(),
                guest ? 1 : 0,
                guest ? 0 : GENERAL_GROUP,
                addresses.email(order),
                name.first(),
                name.last(),
                0);
    }

    private static List<Item> items(OrderImport order, List<OrderLine> lines, OrderMoney money) {
        return IntStream.range(0, lines.size())
                .mapToObj(i -> item(order, lines.get(i), money, i))
                .toList();
    }

    private static Item item(OrderImport order, OrderLine line, OrderMoney money, int index) {
        Product product = product(order, line);
        int units = line.quantityOrdered();
        Integer done = order.order().fulfilledByAmazon() ? units : null;
        return new Item(
                product.sku(),
                product.name() == null ? line.title() : product.name(),
                product.id(),
                product.typeId() == null ? "simple" : product.typeId(),
                order.directory().store().id(),
                line.orderItemId(),
                0,
                units,
                done,
                done,
                money.amounts().rows().get(index).taxPercent(),
                money.amounts().rows().get(index).of(units),
                money.base().rows().get(index).of(units));
    }

    private static Product product(OrderImport order, OrderLine line) {
        Product product = order.products().get(line.sku());
        if (product == null) {
            throw new RejectedException(
                    ReasonCode.PRODUCT_UNKNOWN, "Commerce has no product with the SKU " + line.sku());
        }
        return product;
    }

    private static Payment payment(Order order, OrderMoney money) {
        return new Payment(
                "purchaseorder",
                order.amazonOrderId(),
                money.amounts().grandTotal(),
                money.base().grandTotal(),
                money.amounts().delivery().amount(),
                money.base().delivery().amount(),
                List.of("Amazon Channel Payment"));
    }

    private static String shippingMethod(Order order) {
        String level = order.serviceLevel();
        return "amazon_"
                + (level == null || level.isBlank() ? "amazon" : level.strip().toLowerCase(Locale.ROOT));
    }

    private static String shippingDescription(Order order) {
        String level = order.serviceLevel();
        if (level == null || level.isBlank()) {
            return "Amazon";
        }
        String words = level.strip().replace('_', ' ').toLowerCase(Locale.ROOT);
        return "Amazon " + words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
