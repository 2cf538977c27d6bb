package io.fulfillmenthub.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Profile;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The buyers' side of Amazon: places, verifies, cancels and fulfils orders, and shows everything about them. */
@RestController
@RequestMapping("/sandbox/control/amazon/orders")
@Profile("sandbox")
class AmazonControl {

    private final AmazonWorld world;
    private final Clock clock;
    private final ObjectMapper json;

    AmazonControl(AmazonWorld world, ObjectProvider<Clock> clock, ObjectMapper json) {
        this.world = world;
        this.clock = clock.getIfUnique(Clock::systemUTC);
        this.json = json;
    }

    @PostMapping
    List<Map<String, String>> place(@RequestBody ObjectNode request) {
        Stream<ObjectNode> orders = request.has("random") ? random(request) : Stream.of(request);
        return orders.map(world::place)
                .map(order -> Map.of("orderId", order.path("orderId").asText()))
                .toList();
    }

    @PostMapping("/{orderId}/{event}")
    ObjectNode happen(@PathVariable String orderId, @PathVariable String event) {
        return switch (event) {
            case "verify" -> world.verify(orderId);
            case "cancel" -> world.cancel(orderId);
            case "fulfil" -> world.fulfilByAmazon(orderId);
            default -> throw new IllegalArgumentException("An order can be told to verify, cancel or fulfil");
        };
    }

    @GetMapping
    List<ObjectNode> orders() {
        return world.orders();
    }

    @GetMapping("/{orderId}")
    ResponseEntity<JsonNode> order(@PathVariable String orderId) {
        ObjectNode answer = json.createObjectNode();
        answer.putArray("confirmations").addAll(world.confirmations(orderId));
        return ResponseEntity.of(world.find(orderId).map(order -> answer.set("order", order)));
    }

    @DeleteMapping
    ResponseEntity<Void> clear() {
        world.clear();
        return ResponseEntity.noContent().build();
    }

    private Stream<ObjectNode> random(ObjectNode request) {
        long seed = request.path("seed").asLong(clock.millis());
        AmazonOrders orders = AmazonOrders.seeded(seed)
                .at(clock.instant())
                .in(request.path("marketplace").asText(AmazonMarket.US.id))
                .status(request.path("status").asText(AmazonStatus.UNSHIPPED.name()))
                .fulfilledBy(request.path("fulfilledBy").asText("MERCHANT"));
        if (request.has("lines")) {
            orders.lines(request.path("lines").asInt());
        }
        return Stream.generate(orders::next).limit(request.path("random").asInt());
    }
}
