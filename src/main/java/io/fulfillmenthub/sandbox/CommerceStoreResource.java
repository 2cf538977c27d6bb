package io.fulfillmenthub.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The calls about the shop itself: its stores, websites, currencies, stock and modules. */
@Component
@Profile("sandbox")
class CommerceStoreResource implements CommerceRouter.Routes {

    private static final String STORES = "Magento_Backend::store";
    private static final Map<String, String> RATES =
            Map.of("USD", "1", "EUR", "0.92", "GBP", "0.79", "JPY", "149.5", "CAD", "1.36", "AUD", "1.52");
    private static final List<String> MODULES = List.of(
            "Magento_Store",
            "Magento_Directory",
            "Magento_Catalog",
            "Magento_Customer",
            "Magento_Sales",
            "Magento_Inventory",
            "Magento_InventorySales",
            "Magento_InventoryShipping");

    private final CommerceSettings settings;
    private final CommerceWorld world;

    CommerceStoreResource(CommerceSettings settings, CommerceWorld world) {
        this.settings = settings;
        this.world = world;
    }

    @Override
    public void register(CommerceRouter router) {
        router.on("GET", "store/storeConfigs", STORES, request -> list(CommerceStoreResource::config))
                .on("GET", "store/storeViews", STORES, request -> list(CommerceStoreResource::view))
                .on("GET", "store/websites", STORES, request -> list(CommerceStoreResource::website))
                .on("GET", "directory/currency", CommerceRouter.ANONYMOUS, this::currency)
                .on("GET", "inventory/stock-resolver/website/:code", "Magento_InventorySalesApi::stock", this::stock)
                .on("GET", "modules", "Magento_Backend::module", request -> modules());
    }

    private ArrayNode list(BiConsumer<CommerceSettings.StoreView, ObjectNode> writer) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        settings.stores().forEach(store -> writer.accept(store, list.addObject()));
        return list;
    }

    private static void config(CommerceSettings.StoreView store, ObjectNode json) {
        json.put("id", store.id())
                .put("code", store.code())
                .put("website_id", store.websiteId())
                .put("locale", store.locale())
                .put("base_currency_code", store.baseCurrency())
                .put("default_display_currency_code", store.currency())
                .put("timezone", store.timezone())
                .put("weight_unit", "lbs");
    }

    private static void view(CommerceSettings.StoreView store, ObjectNode json) {
        json.put("id", store.id())
                .put("code", store.code())
                .put("name", store.name())
                .put("website_id", store.websiteId())
                .put("store_group_id", store.websiteId())
                .put("is_active", 1);
    }

    private static void website(CommerceSettings.StoreView store, ObjectNode json) {
        json.put("id", store.websiteId())
                .put("code", store.website())
                .put("name", store.name())
                .put("default_group_id", store.websiteId());
    }

    private JsonNode currency(CommerceRequest request) {
        CommerceSettings.StoreView store = settings.stores().stream()
                .filter(candidate -> candidate.code().equals(request.scope()))
                .findFirst()
                .orElse(settings.stores().get(0));
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("base_currency_code", store.baseCurrency())
                .put("default_display_currency_code", store.currency());
        json.putArray("available_currency_codes").add(store.currency());
        ArrayNode rates = json.putArray("exchange_rates");
        BigDecimal base = rate(store.baseCurrency());
        Stream.concat(RATES.keySet().stream(), world.rates.keySet().stream())
                .distinct()
                .forEach(code -> rates.addObject()
                        .put("currency_to", code)
                        .put("rate", rate(code).divide(base, 4, RoundingMode.HALF_UP)));
        return json;
    }

    private BigDecimal rate(String currency) {
        return world.rates.getOrDefault(currency, new BigDecimal(RATES.getOrDefault(currency, "1")));
    }

    private JsonNode stock(CommerceRequest request) {
        String code = request.variable("code");
        if (settings.stores().stream().noneMatch(store -> store.website().equals(code))) {
            throw CommerceError.of(404, "No linked stock found");
        }
        ObjectNode json =
                JsonNodeFactory.instance.objectNode().put("stock_id", 1).put("name", "Default Stock");
        json.putObject("extension_attributes")
                .putArray("sales_channels")
                .addObject()
                .put("type", "website")
                .put("code", code);
        return json;
    }

    private static ArrayNode modules() {
        ArrayNode modules = JsonNodeFactory.instance.arrayNode();
        MODULES.forEach(modules::add);
        return modules;
    }
}
