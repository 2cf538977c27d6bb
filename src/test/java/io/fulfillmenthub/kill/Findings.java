package io.fulfillmenthub.kill;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What both outside worlds and the ledger hold of an order after the dust has settled, compared with what they should. */
final class Findings {

    private final KillWorld world;
    final List<String> violations = new ArrayList<>();
    int duplicates;
    int losses;
    int repeatedHandOvers;
    int repeatedConfirmations;

    Findings(KillWorld world) {
        this.world = world;
    }

    void check(String order, Way way) {
        List<JsonNode> inCommerce = world.shop.orders(order);
        exactly(1, inCommerce.size(), "Commerce orders", order);
        if (inCommerce.isEmpty()) {
            return;
        }
        JsonNode commerce = inCommerce.get(0);
        checkDocuments(order, commerce, way);
        exactly(1, world.shop.customers(email(order)).size(), "customers", order);
        checkHandOver(order);
        long feeds = world.feeds.submitted().stream()
                .filter(feed -> feed.contains(order))
                .count();
        exactly(way == Way.WITHDRAW ? 1 : 0, (int) feeds, "feeds", order);
        if (way.shipped()) {
            exactly(1, documents("shipments", commerce.path("entity_id").asLong()), "Commerce shipments", order);
            checkParcel(order, way == Way.SELLER_CENTRAL ? 0 : 1);
        }
        Long known = world.barriers
                .ledger()
                .sql("select commerce_order_id from orders where amazon_order_id = ?")
                .param(order)
                .query(Long.class)
                .single();
        if (known != commerce.path("entity_id").asLong()) {
            violations.add("the ledger knows another Commerce order for " + order);
        }
    }

    private void checkDocuments(String order, JsonNode commerce, Way way) {
        long id = commerce.path("entity_id").asLong();
        boolean invoiced = commerce.path("total_invoiced").asDouble() > 0;
        boolean refunded = way == Way.REDUCE || way.end.equals(Way.CANCEL.end) && invoiced;
        if (!way.end.equals(Way.CANCEL.end) && !invoiced) {
            losses++;
            violations.add("no invoice of " + order);
        }
        exactly(invoiced ? 1 : 0, documents("invoices", id), "invoices", order);
        exactly(refunded ? 1 : 0, documents("creditmemos", id), "credit memos", order);
        exactly(way == Way.HOLD ? 1 : 0, "holded".equals(commerce.path("state").asText()) ? 1 : 0, "holds", order);
        int explained = way == Way.RELEASE ? 2 : way == Way.HOLD ? 1 : 0;
        exactly(explained, comments(commerce), "comments on holds", order);
    }

    private void checkHandOver(String order) {
        int received = world.erp.received("us/" + order);
        if (received == 0) {
            losses++;
            violations.add("the subscriber never received " + order);
        }
        repeatedHandOvers += Math.max(0, received - 1);
    }

    private void checkParcel(String order, int expected) {
        List<JsonNode> confirmations = world.amazon.confirmations(order);
        Set<JsonNode> different = new HashSet<>(confirmations);
        exactly(expected, different.size(), "different confirmations", order);
        repeatedConfirmations += confirmations.size() - different.size();
        int shown = world.amazon.find(order).orElseThrow().path("packages").size();
        exactly(1, shown, "packages at Amazon", order);
    }

    private static int comments(JsonNode order) {
        return (int) order.path("status_histories").findValuesAsText("comment").stream()
                .filter(comment -> comment.contains("asks to cancel"))
                .count();
    }

    private int documents(String kind, long orderId) {
        String field = "searchCriteria%5Bfilter_groups%5D%5B0%5D%5Bfilters%5D%5B0%5D";
        return world.shop
                .get("/commerce/rest/all/V1/" + kind + "?" + field + "%5Bfield%5D=order_id&" + field + "%5Bvalue%5D="
                        + orderId)
                .path("items")
                .size();
    }

    private String email(String order) {
        return world.amazon
                .find(order)
                .orElseThrow()
                .path("buyer")
                .path("buyerEmail")
                .asText();
    }

    private void exactly(int expected, int found, String what, String order) {
        if (found != expected) {
            violations.add(found + " " + what + " instead of " + expected + " for " + order);
            duplicates += Math.max(0, found - expected);
            losses += Math.max(0, expected - found);
        }
    }
}
