package io.fulfillmenthub.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Set;

/** Takes everything about a person out of a request, by the names of the fields. */
final class Redaction {

    private static final Set<String> PERSONAL = Set.of(
            "firstname",
            "lastname",
            "middlename",
            "company",
            "street",
            "city",
            "postcode",
            "telephone",
            "fax",
            "vat_id",
            "email",
            "comment",
            "gift_message",
            "customer_email",
            "customer_firstname",
            "customer_lastname",
            "customer_taxvat",
            "customer_note",
            "additional_information");

    private final ObjectMapper json = new ObjectMapper();

    /** @return the content with a mark in the place of personal values; what is no JSON is left out */
    String of(String content) {
        if (content == null) {
            return null;
        }
        try {
            JsonNode tree = json.readTree(content);
            clear(tree);
            return tree.toString();
        } catch (JsonProcessingException notJson) {
            return "(not kept)";
        }
    }

    private static void clear(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.properties().forEach(field -> {
                if (PERSONAL.contains(field.getKey())) {
                    field.setValue(TextNode.valueOf("…"));
                }
            });
        }
        node.forEach(Redaction::clear);
    }
}
