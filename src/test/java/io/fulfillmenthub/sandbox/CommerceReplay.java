package io.fulfillmenthub.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Sends recorded requests, with this sandbox's ids in place of the recorded ones, and compares the answers. */
final class CommerceReplay {

    private static final Set<String> VARYING = Set.of(
            "entity_id",
            "item_id",
            "order_id",
            "parent_id",
            "billing_address_id",
            "shipping_address_id",
            "created_at",
            "updated_at",
            "protect_code",
            "increment_id",
            "id",
            "product_id",
            "order_item_id",
            "total_count",
            "items",
            "search_criteria",
            "default_billing",
            "default_shipping",
            "customer_id",
            "base_url");
    private static final Pattern REPORT = Pattern.compile("webapi-\\w+");

    private final CommerceClient client;
    private final CommerceSandbox sandbox;
    private final CommerceReplayIds ids = new CommerceReplayIds();
    private final CommerceReplayFixtures fixtures;
    private boolean prepared;

    CommerceReplay(CommerceSandbox sandbox) {
        this.sandbox = sandbox;
        this.client = sandbox.client();
        this.fixtures = new CommerceReplayFixtures(client, ids);
        fixtures.products();
    }

    List<String> differences(String name, JsonNode exchange) {
        if (!prepared && name.startsWith("f")) {
            fixtures.orders();
            prepared = true;
        }
        if (name.startsWith("c10")) {
            fixtures.like(exchange.path("request").path("body").path("entity"));
        }
        fixtures.before(name);
        JsonNode request = exchange.path("request");
        int mails = mails();
        CommerceClient.Answer answer = client.call(
                request.path("method").asText(),
                ids.path(request.path("path").asText()),
                body(request),
                headers(name, request));
        JsonNode recorded = exchange.path("response");
        ids.learn(request, recorded.path("body"), answer.body());
        List<String> found = new ArrayList<>();
        if (answer.status() != recorded.path("status").asInt()) {
            found.add("status " + answer.status() + " instead of " + recorded.path("status") + " " + answer.message());
        } else if (!request.path("path").asText().contains("/store/")) {
            compare("", recorded.path("body"), answer.body(), found);
        }
        int expected = exchange.path("observed").path("mails_sent").asInt();
        if (mails() - mails != expected) {
            found.add("mails " + (mails() - mails) + " instead of " + expected);
        }
        return found;
    }

    private int mails() {
        int sum = 0;
        for (JsonNode count : sandbox.world().mails.counts()) {
            sum += count.asInt();
        }
        return sum;
    }

    private String body(JsonNode request) {
        JsonNode body = request.path("body");
        if (body.isMissingNode() || body.isNull()) {
            return null;
        }
        if (body.path("password").asText().equals("<secret>")) {
            ((ObjectNode) body).put("password", sandbox.settings().adminPassword());
        }
        return body.isTextual() ? body.asText() : ids.body(body).toString();
    }

    private static Map<String, String> headers(String name, JsonNode request) {
        Map<String, String> headers = new TreeMap<>();
        request.path("headers")
                .properties()
                .forEach(
                        header -> headers.put(header.getKey(), header.getValue().asText()));
        headers.values().removeIf(String::isEmpty);
        String token = name.startsWith("h02") || name.startsWith("h03")
                ? "wrong"
                : name.startsWith("h04") || name.startsWith("h05")
                        ? "sandbox-restricted-token"
                        : "sandbox-access-token";
        headers.computeIfPresent("Authorization", (header, value) -> "Bearer " + token);
        return headers;
    }

    private static void compare(String at, JsonNode recorded, JsonNode ours, List<String> found) {
        if (recorded.isObject()) {
            Set<String> names = new TreeSet<>();
            recorded.fieldNames().forEachRemaining(names::add);
            names.forEach(name -> compareField(at + "/" + name, name, recorded.get(name), ours.path(name), found));
        } else if (recorded.isArray() && recorded.size() == ours.size()) {
            for (int i = 0; i < recorded.size(); i++) {
                compare(at + "/" + i, recorded.get(i), ours.get(i), found);
            }
        } else if (!text(recorded).equals(text(ours)) && !isId(recorded, ours)) {
            found.add(at + " is " + ours.getNodeType() + " " + ours + " instead of " + recorded);
        }
    }

    private static void compareField(String at, String name, JsonNode recorded, JsonNode ours, List<String> found) {
        boolean isOrderItems = name.equals("items") && recorded.path(0).has("sku");
        if (isOrderItems || !VARYING.contains(name)) {
            compare(at, recorded, ours, found);
        } else if (recorded.isNull() != ours.isNull() || recorded.isArray() && recorded.isEmpty() != ours.isEmpty()) {
            found.add(at + " is " + ours + " instead of " + recorded);
        }
    }

    private static boolean isId(JsonNode recorded, JsonNode ours) {
        return recorded.isTextual()
                && ours.isTextual()
                && ours.asText().matches("\\d+|[0-9a-f-]{36}|<!doctype[\\s\\S]+");
    }

    private static String text(JsonNode value) {
        if (value.isNumber()) {
            return CommerceAmounts.plain(value.decimalValue()).toPlainString();
        }
        return REPORT.matcher(value.toString()).replaceAll("webapi-x");
    }
}
