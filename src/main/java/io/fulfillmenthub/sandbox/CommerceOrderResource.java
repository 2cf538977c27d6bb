package io.fulfillmenthub.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.Set;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The calls under {@code orders}. */
@Component
@Profile("sandbox")
class CommerceOrderResource implements CommerceRouter.Routes {

    private static final String VIEW = "Magento_Sales::actions_view";

    private final CommerceWorld world;
    private final CommerceOrderIntake intake;
    private final CommerceSettings settings;
    private final CommerceQuery query;

    CommerceOrderResource(CommerceWorld world, CommerceOrderIntake intake, CommerceSettings settings) {
        this.world = world;
        this.intake = intake;
        this.settings = settings;
        this.query = new CommerceQuery(world.orders, CommerceFields.columns("order"));
    }

    @Override
    public void register(CommerceRouter router) {
        router.on("POST", "orders", "Magento_Sales::create", this::save)
                .on("PUT", "orders/create", "Magento_Sales::create", this::save)
                .on("GET", "orders", VIEW, this::search)
                .on("GET", "orders/:id", VIEW, request -> CommerceOrderView.read(world.order(request.id("id"))))
                .on("GET", "orders/:id/statuses", VIEW, this::status)
                .on("POST", "orders/:id/comments", "Magento_Sales::comment", this::comment)
                .on("POST", "orders/:id/cancel", "Magento_Sales::cancel", this::cancel)
                .on("POST", "orders/:id/hold", "Magento_Sales::hold", this::hold)
                .on("POST", "orders/:id/unhold", "Magento_Sales::unhold", this::unhold)
                .on("POST", "orders/:id/emails", "Magento_Sales::emails", this::mail);
    }

    private JsonNode save(CommerceRequest request) {
        return CommerceOrderView.answered(intake.save(request.required("entity")));
    }

    private JsonNode search(CommerceRequest request) {
        return query.run(CommerceSearch.of(request.parameters()), CommerceOrderView::read);
    }

    private JsonNode status(CommerceRequest request) {
        ObjectNode order = world.order(request.id("id"));
        return order.has("status") ? order.get("status") : order.nullNode();
    }

    private JsonNode mail(CommerceRequest request) {
        world.order(request.id("id"));
        world.mails.send("order");
        return BooleanNode.TRUE;
    }

    private JsonNode comment(CommerceRequest request) {
        int id = request.id("id");
        synchronized (world.lock(id)) {
            ObjectNode order = world.order(id);
            ObjectNode history = CommerceFields.check("history", request.required("statusHistory"));
            String status = history.path("status").asText();
            if (!status.isEmpty() && !isAllowed(order, status)) {
                throw CommerceError.badRequest(
                        "Unable to add comment: The status \"%1\" is not part of the order\n                 status "
                                + "history.",
                        status);
            }
            if (!status.isEmpty()) {
                order.put("status", status);
            }
            history.put("entity_id", world.sequences.next("history"))
                    .put("parent_id", id)
                    .put("created_at", CommerceTime.now())
                    .put("entity_name", "order");
            order.withArray("status_histories").add(history);
            world.save(order);
            if (history.path("is_customer_notified").asInt() == 1) {
                world.mails.send("order");
            }
        }
        return BooleanNode.TRUE;
    }

    private boolean isAllowed(ObjectNode order, String status) {
        return status.equals(order.path("status").asText())
                || CommerceOrderState.is(order, "processing")
                        && (Set.of("processing", "fraud").contains(status)
                                || settings.customStatuses().contains(status));
    }

    private JsonNode cancel(CommerceRequest request) {
        int id = request.id("id");
        synchronized (world.lock(id)) {
            ObjectNode order = world.order(id);
            if (!CommerceOrderState.canCancel(order)) {
                return BooleanNode.FALSE;
            }
            CommerceStock stock = new CommerceStock(world.products);
            boolean paidPart = false;
            for (JsonNode item : order.path("items")) {
                BigDecimal quantity = CommerceOrderState.toInvoice(item).min(CommerceOrderState.toShip(item));
                CommerceAmounts.add((ObjectNode) item, "qty_canceled", quantity);
                stock.move(item.path("sku").asText(), BigDecimal.ZERO, quantity);
                paidPart |= CommerceOrderState.toRefund(item).signum() > 0;
            }
            BigDecimal unpaid =
                    CommerceAmounts.of(order, "grand_total").subtract(CommerceAmounts.of(order, "total_paid"));
            CommerceAmounts.put(order, "total_canceled", unpaid);
            CommerceOrderState.set(order, paidPart ? "processing" : "canceled");
            CommerceOrderState.check(order);
            world.save(order);
        }
        return BooleanNode.TRUE;
    }

    private JsonNode hold(CommerceRequest request) {
        int id = request.id("id");
        synchronized (world.lock(id)) {
            ObjectNode order = world.order(id);
            if (!CommerceOrderState.canHold(order)) {
                throw CommerceError.badRequest("A hold action is not available.");
            }
            order.set("hold_before_state", TextNode.valueOf(order.path("state").asText()));
            order.set(
                    "hold_before_status", TextNode.valueOf(order.path("status").asText()));
            CommerceOrderState.set(order, "holded");
            world.save(order);
        }
        return BooleanNode.TRUE;
    }

    private JsonNode unhold(CommerceRequest request) {
        int id = request.id("id");
        synchronized (world.lock(id)) {
            ObjectNode order = world.order(id);
            if (!CommerceOrderState.is(order, "holded")) {
                throw CommerceError.badRequest("You cannot remove the hold.");
            }
            order.put("state", order.path("hold_before_state").asText("processing"));
            order.put("status", order.path("hold_before_status").asText("processing"));
            order.remove("hold_before_state");
            order.remove("hold_before_status");
            world.save(order);
        }
        return BooleanNode.TRUE;
    }
}
