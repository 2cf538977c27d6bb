package io.fulfillmenthub.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.springframework.context.annotation.Profile;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Amazon's Orders API: reads of version 2026-01-01 and confirmShipment of version 0, as published. */
@RestController
@RequestMapping("/sandbox/amazon/orders")
@Profile("sandbox")
class AmazonOrdersApi {

    private static final String TOKEN = "x-amz-access-token";

    private final AmazonGate gate;
    private final AmazonWorld world;
    private final AmazonSearch search;
    private final AmazonShipments shipments;
    private final ObjectMapper json;

    AmazonOrdersApi(
            AmazonGate gate, AmazonWorld world, AmazonSearch search, AmazonShipments shipments, ObjectMapper json) {
        this.gate = gate;
        this.world = world;
        this.search = search;
        this.shipments = shipments;
        this.json = json;
    }

    @GetMapping("/2026-01-01/orders")
    ResponseEntity<JsonNode> searchOrders(
            @RequestHeader(name = TOKEN, required = false) String token,
            @RequestParam MultiValueMap<String, String> query) {
        return gate.call(
                AmazonOperation.SEARCH_ORDERS,
                token,
                account -> Optional.of(search.page(account, new AmazonQuery(query))));
    }

    @GetMapping("/2026-01-01/orders/{orderId}")
    ResponseEntity<JsonNode> getOrder(
            @RequestHeader(name = TOKEN, required = false) String token,
            @PathVariable String orderId,
            @RequestParam MultiValueMap<String, String> query) {
        return gate.call(AmazonOperation.GET_ORDER, token, account -> {
            ObjectNode order = order(account, orderId);
            return Optional.of(
                    json.createObjectNode().set("order", AmazonView.of(order, new AmazonQuery(query).included())));
        });
    }

    @PostMapping("/v0/orders/{orderId}/shipmentConfirmation")
    ResponseEntity<JsonNode> confirmShipment(
            @RequestHeader(name = TOKEN, required = false) String token,
            @PathVariable String orderId,
            @RequestBody(required = false) byte[] body) {
        return gate.call(AmazonOperation.CONFIRM_SHIPMENT, token, account -> {
            order(account, orderId);
            shipments.confirm(orderId, body);
            return Optional.empty();
        });
    }

    private ObjectNode order(SandboxSettings.Account account, String orderId) {
        if (!orderId.matches("[0-9A-Z]{3}-[0-9]{7}-[0-9]{7}")) {
            throw AmazonQuery.refuse("orderId must have the form 3-7-7.");
        }
        return world.peek(orderId)
                .filter(order -> account.marketplaceIds().contains(AmazonView.marketplaceOf(order)))
                .orElseThrow(() -> AmazonRefusal.notFound(orderId));
    }
}
