package io.fulfillmenthub.sandbox;

import java.util.regex.Pattern;

/** A request to one of the worlds under the name of its operation. */
record Call(String side, String operation) {

    private static final String AMAZON = "/sandbox/amazon/";
    private static final Pattern DOCUMENT_ACTION = Pattern.compile("/order/[^/]+/(refund|invoice|ship)$");
    private static final Pattern ORDER_ACTION = Pattern.compile("/orders/[^/]+/(cancel|comments|hold|unhold)$");
    private static final Pattern REGIONS = Pattern.compile("/directory/countries(/[^/]+)?$");

    static Call of(String method, String path) {
        return path.startsWith(AMAZON)
                ? new Call("amazon", amazon(method, path))
                : new Call("commerce", commerce(method, path.substring(Math.max(0, path.indexOf("/V1/") + 3))));
    }

    private static String amazon(String method, String path) {
        if (path.endsWith("/o2/token")) {
            return "token";
        }
        if (path.endsWith("/shipmentConfirmation")) {
            return "confirm-shipment";
        }
        if (path.endsWith("/orders/2026-01-01/orders")) {
            return "search-orders";
        }
        if (path.contains("/feeds/2021-06-30/")) {
            return feeds(method, path.endsWith("/documents") || path.endsWith("/feeds"), path.contains("/documents"));
        }
        if (path.contains("/notifications/v1/")) {
            String kind = path.contains("/destinations") ? "destination" : "subscription";
            return method.equals("POST") ? "create-" + kind : "get-" + kind + "s";
        }
        return path.contains("/orders/2026-01-01/orders/") ? "get-order" : "other";
    }

    private static String feeds(String method, boolean all, boolean documents) {
        if (method.equals("POST")) {
            return documents ? "create-feed-document" : "create-feed";
        }
        return documents ? "get-feed-document" : all ? "get-feeds" : "get-feed";
    }

    private static String commerce(String method, String path) {
        return switch (method) {
            case "GET" -> commerceRead(path);
            case "POST" -> commerceWrite(path);
            case "PUT" -> path.equals("/orders/create") ? "order-create" : "other";
            default -> "other";
        };
    }

    private static String commerceRead(String path) {
        return switch (path) {
            case "/orders" -> "order-search";
            case "/shipments" -> "shipment-search";
            case "/customers/search" -> "customer-search";
            case "/store/storeConfigs" -> "store-configs";
            case "/inventory/are-product-salable-for-requested-qty" -> "stock-check";
            default -> commerceReadOne(path);
        };
    }

    private static String commerceReadOne(String path) {
        if (path.matches("/orders/[^/]+")) {
            return "order-get";
        }
        if (path.startsWith("/products")) {
            return "product-search";
        }
        return REGIONS.matcher(path).matches() ? "region-list" : "other";
    }

    private static String commerceWrite(String path) {
        return switch (path) {
            case "/orders" -> "order-create";
            case "/customers" -> "customer-create";
            case "/shipment/track" -> "track-create";
            default -> commerceAction(path);
        };
    }

    private static String commerceAction(String path) {
        var document = DOCUMENT_ACTION.matcher(path);
        if (document.matches()) {
            return switch (document.group(1)) {
                case "refund" -> "order-refund";
                case "invoice" -> "invoice-create";
                default -> "shipment-create";
            };
        }
        var order = ORDER_ACTION.matcher(path);
        if (order.matches()) {
            return order.group(1).equals("comments") ? "order-comment" : "order-" + order.group(1);
        }
        return "other";
    }
}
