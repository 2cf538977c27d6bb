package io.fulfillmenthub.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Looks behind the simulated shop's scenes, which the real API has no calls for; needs no token. */
@RestController
@Profile("sandbox")
@RequestMapping(path = "/sandbox/control/commerce", produces = MediaType.APPLICATION_JSON_VALUE)
class CommerceControl {

    private static final List<String> SHOWN =
            List.of("entity_id", "increment_id", "ext_order_id", "store_id", "state", "status", "grand_total");

    private final CommerceWorld world;

    CommerceControl(CommerceWorld world) {
        this.world = world;
    }

    @GetMapping("/mails")
    String mails() {
        return world.mails.counts().toString();
    }

    @GetMapping("/orders")
    String orders() {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        for (CommerceTable.Row row : world.orders.rows()) {
            ObjectNode order = list.addObject().put("id", row.id());
            for (String column : SHOWN) {
                JsonNode value = world.orders.value(row, column);
                if (value.isValueNode() && !column.equals("entity_id")) {
                    order.set(column, value);
                }
            }
        }
        return list.toString();
    }

    @GetMapping("/orders/{id}")
    String order(@PathVariable int id) {
        return CommerceOrderView.read(world.order(id)).toString();
    }

    /** Takes a product off sale, puts it back or removes it, as an operator of the shop does. */
    @PostMapping("/products/{sku}/{action}")
    ResponseEntity<Void> product(@PathVariable String sku, @PathVariable String action) {
        synchronized (world.products) {
            ObjectNode product =
                    world.products.all("sku", sku).stream().findFirst().orElseThrow(CommerceError::missingEntity);
            int id = product.path("id").asInt();
            switch (action) {
                case "enable" -> world.products.put(id, product.put("status", 1));
                case "disable" -> world.products.put(id, product.put("status", 2));
                case "remove" -> world.products.remove(id);
                default -> throw CommerceError.badRequest("Unknown action; use enable, disable or remove");
            }
        }
        return ResponseEntity.noContent().build();
    }

    /** Sets what one US dollar is worth, as an operator of the shop does under Currency Rates. */
    @PostMapping("/rates/{currency}/{rate}")
    ResponseEntity<Void> rate(@PathVariable String currency, @PathVariable BigDecimal rate) {
        world.rates.put(currency, rate);
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/clear")
    ResponseEntity<Void> clear() {
        world.clear();
        return ResponseEntity.noContent().build();
    }

    @ExceptionHandler
    ResponseEntity<String> refusal(CommerceError error) {
        String body = JsonNodeFactory.instance
                .objectNode()
                .put("message", error.getMessage())
                .toString();
        return ResponseEntity.status(HttpStatus.valueOf(error.status())).body(body);
    }
}
