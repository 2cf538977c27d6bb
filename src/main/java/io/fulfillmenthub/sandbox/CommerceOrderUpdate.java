package io.fulfillmenthub.sandbox;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** An order posted again with its id: single values are replaced, parts given again are added. */
final class CommerceOrderUpdate {

    private final CommerceWorld world;

    CommerceOrderUpdate(CommerceWorld world) {
        this.world = world;
    }

    /** @return what the call answers: the values given and the order's parts, but nothing else of it */
    ObjectNode update(ObjectNode order, ObjectNode given, CommerceOrderIntake intake) {
        intake.number(given);
        ObjectNode merged = order.deepCopy();
        given.properties().forEach(field -> merge(merged, field.getKey(), given));
        if (given.has("increment_id") || given.has("store_id")) {
            world.claim(merged);
        }
        if (given.has("grand_total") || given.has("total_paid")) {
            CommerceOrderIntake.due(merged);
        }
        if (given.has("state")) {
            CommerceOrderState.check(merged);
        }
        world.save(CommerceColumns.asStored(merged));
        return answer(merged, given);
    }

    private static void merge(ObjectNode merged, String field, ObjectNode given) {
        if (given.get(field) instanceof ArrayNode more) {
            merged.withArray(field).addAll(more);
        } else {
            merged.set(field, given.get(field));
        }
    }

    private static ObjectNode answer(ObjectNode merged, ObjectNode given) {
        ObjectNode answer = given.deepCopy();
        CommerceOrderIntake.nested().forEach(part -> {
            if (!part.equals("extension_attributes") && !given.has(part) && merged.has(part)) {
                answer.set(part, merged.get(part).deepCopy());
            }
        });
        if (!given.has("items")) {
            answer.path("items").forEach(item -> CommerceOrderView.zeros((ObjectNode) item));
        }
        for (String field : new String[] {"billing_address_id", "created_at", "updated_at", "entity_id"}) {
            if (merged.has(field)) {
                answer.set(field, merged.get(field));
            }
        }
        if (given.has("state")) {
            answer.set("state", merged.get("state"));
            answer.set("status", merged.path("status"));
        }
        CommerceOrderIntake.due(answer);
        return answer;
    }
}
