package io.fulfillmenthub.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Checks and completes an order's addresses. */
final class CommerceAddresses {

    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");
    private static final Map<String, String> REQUIRED = new LinkedHashMap<>();

    static {
        REQUIRED.put("postcode", "Zip code");
        REQUIRED.put("lastname", "Last name");
        REQUIRED.put("street", "Street");
        REQUIRED.put("city", "City");
        REQUIRED.put("country_id", "Country");
        REQUIRED.put("firstname", "First Name");
        REQUIRED.put("telephone", "Phone Number");
    }

    private final CommerceDirectory directory;

    CommerceAddresses(CommerceDirectory directory) {
        this.directory = directory;
    }

    /**
     * @param type billing or shipping
     * @throws CommerceError 400 when a required key is missing (an empty text is not missing) or the e-mail is none
     */
    void complete(ObjectNode address, String type, ObjectNode order) {
        if (order.has("customer_email")) {
            address.set("email", order.get("customer_email"));
        }
        address.put("address_type", type);
        List<String> complaints = new ArrayList<>();
        REQUIRED.forEach((field, label) -> {
            if (!address.has(field)) {
                complaints.add("\"" + label + "\" is required. Enter and try again.");
            }
        });
        if (!EMAIL.matcher(address.path("email").asText()).matches()) {
            complaints.add("Email has a wrong format");
        }
        if (!complaints.isEmpty()) {
            throw CommerceError.badRequest("We can't save the address:\n%1", String.join("\n", complaints));
        }
        completeRegion(address);
    }

    private void completeRegion(ObjectNode address) {
        Optional<JsonNode> region = directory.region(
                address.path("country_id").asText(), address.path("region_id").asInt());
        address.remove("region_code");
        if (region.isPresent()) {
            address.set("region_code", region.get().path("code"));
            if (!address.has("region")) {
                address.set("region", region.get().path("name"));
            }
        } else if (address.has("region")) {
            address.set("region_code", address.get("region"));
        }
    }
}
