package io.fulfillmenthub.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The calls under {@code customers}; every new customer gets a welcome mail. */
@Component
@Profile("sandbox")
class CommerceCustomerResource implements CommerceRouter.Routes {

    private static final String MANAGE = "Magento_Customer::manage";
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{M}\\d\\s,\\-_.'’`&;]{1,255}");

    private final CommerceWorld world;
    private final CommerceSettings settings;
    private final CommerceDirectory directory;
    private final CommerceQuery query;

    CommerceCustomerResource(CommerceWorld world, CommerceSettings settings, CommerceDirectory directory) {
        this.world = world;
        this.settings = settings;
        this.directory = directory;
        Set<String> columns = new TreeSet<>(CommerceFields.columns("customer"));
        columns.add("entity_id");
        this.query = new CommerceQuery(world.customers, columns);
    }

    @Override
    public void register(CommerceRouter router) {
        router.on("GET", "customers/search", "Magento_Customer::customer", this::search)
                .on("GET", "customers/:id", "Magento_Customer::customer", this::read)
                .on("PUT", "customers/:id", MANAGE, this::update)
                .on("POST", "customers", CommerceRouter.ANONYMOUS, this::create)
                .on("POST", "customers/isEmailAvailable", CommerceRouter.ANONYMOUS, this::isEmailAvailable);
    }

    private JsonNode search(CommerceRequest request) {
        return query.run(CommerceSearch.of(request.parameters()), customer -> customer);
    }

    private JsonNode read(CommerceRequest request) {
        int id = request.id("id");
        return world.customers.get(id).orElseThrow(() -> CommerceError.noSuch("customerId", id));
    }

    private JsonNode update(CommerceRequest request) {
        int id = request.id("id");
        synchronized (world.customers) {
            ObjectNode customer = world.customers.get(id).orElseThrow(() -> CommerceError.noSuch("customerId", id));
            customer.setAll(CommerceFields.check("customer", request.required("customer")));
            customer.put("id", id).put("updated_at", CommerceTime.now());
            world.customers.put(id, customer);
            return customer;
        }
    }

    private JsonNode isEmailAvailable(CommerceRequest request) {
        return BooleanNode.TRUE;
    }

    private JsonNode create(CommerceRequest request) {
        ObjectNode given = CommerceFields.check("customer", request.required("customer"));
        CommerceSettings.StoreView store = store(request, given);
        int website = given.path("website_id").asInt(store.websiteId());
        synchronized (world.customers) {
            validate(given, website);
            ObjectNode customer = customer(given, store, website);
            world.customers.put(customer.path("id").asInt(), customer);
            world.mails.send("customer");
            return customer;
        }
    }

    private CommerceSettings.StoreView store(CommerceRequest request, ObjectNode given) {
        return settings.stores().stream()
                .filter(store -> given.has("store_id")
                        ? store.id() == given.path("store_id").asInt()
                        : store.code().equals(request.scope()))
                .findFirst()
                .orElse(settings.stores().get(0));
    }

    private void validate(ObjectNode given, int website) {
        if (!given.has("email")) {
            throw CommerceError.badRequest("The customer email is missing. Enter and try again.");
        }
        String email = given.path("email").asText();
        boolean taken = world.customers.all("email", email).stream()
                .anyMatch(other -> other.path("website_id").asInt() == website);
        if (taken) {
            throw CommerceError.badRequest(
                    "A customer with the same email address already exists in an associated website.");
        }
        List<String> complaints = new ArrayList<>();
        name(given, "firstname", "First Name", complaints);
        name(given, "lastname", "Last Name", complaints);
        if (!EMAIL.matcher(email).matches()) {
            complaints.add("\"Email\" is not a valid email address.");
        }
        if (!complaints.isEmpty()) {
            throw CommerceError.badRequest(String.join("\n", complaints));
        }
        given.path("addresses").forEach(this::validateAddress);
    }

    private static void name(ObjectNode given, String field, String label, List<String> complaints) {
        String name = given.path(field).asText();
        if (name.isBlank()) {
            complaints.add("\"" + label + "\" is a required value.");
        } else if (!NAME.matcher(name).matches()) {
            complaints.add(label + " is not valid!");
        }
    }

    private void validateAddress(JsonNode address) {
        for (String field : List.of("firstname", "lastname", "street", "city", "telephone", "postcode")) {
            if (!address.hasNonNull(field) || address.path(field).equals(TextNode.valueOf(""))) {
                throw CommerceError.required(field);
            }
        }
        int region = address.path("region").path("region_id").asInt();
        if (region > 0
                && directory.region(address.path("country_id").asText(), region).isEmpty()) {
            throw CommerceError.invalidValue("regionId", String.valueOf(region));
        }
    }

    private ObjectNode customer(ObjectNode given, CommerceSettings.StoreView store, int website) {
        int id = world.customers.nextId();
        String now = CommerceTime.now();
        ObjectNode customer = given.deepCopy();
        customer.put("id", id)
                .put("group_id", given.path("group_id").asInt(1))
                .put("created_at", now)
                .put("updated_at", now)
                .put("created_in", store.name())
                .put("store_id", store.id())
                .put("website_id", website)
                .put("disable_auto_group_change", 0);
        customer.putObject("extension_attributes").put("is_subscribed", false);
        ArrayNode addresses = customer.withArray("addresses");
        addresses.forEach(address -> completeAddress(customer, (ObjectNode) address));
        return customer;
    }

    private void completeAddress(ObjectNode customer, ObjectNode address) {
        int id = world.sequences.next("customer-address");
        JsonNode given = address.path("region");
        int regionId = given.path("region_id").asInt();
        JsonNode name = given.has("region") ? given.get("region") : address.nullNode();
        ObjectNode region = address.putObject("region");
        region.set(
                "region_code",
                directory
                        .region(address.path("country_id").asText(), regionId)
                        .map(found -> found.path("code"))
                        .orElse(name));
        region.set("region", name);
        region.put("region_id", regionId);
        address.put("id", id).put("customer_id", customer.path("id").asInt()).put("region_id", regionId);
        for (String use : new String[] {"default_billing", "default_shipping"}) {
            if (address.path(use).asBoolean()) {
                customer.put(use, String.valueOf(id));
            }
        }
    }
}
