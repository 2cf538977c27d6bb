package io.fulfillmenthub.check;

import io.fulfillmenthub.order.Order;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.model.ModelCamelContext;
import org.apache.camel.spring.boot.CamelContextConfiguration;

/**
 * Everything outside a hub whose routes are tried: no endpoint to another system is real, each request is recorded, and
 * Commerce and Amazon answer as if all went well.
 */
final class OutsideWorld implements CamelContextConfiguration {

    /** Endpoints that stay within the hub; every other one counts as outside, also those that Camel will get one day. */
    private static final Set<String> INSIDE = Set.of(
            "direct",
            "due",
            "seda",
            "bean",
            "class",
            "log",
            "mock",
            "stub",
            "language",
            "dataformat",
            "timer",
            "scheduler",
            "quartz",
            "validator",
            "json-validator",
            "xslt",
            "xslt-saxon",
            "jslt",
            "jolt",
            "velocity",
            "freemarker",
            "mustache",
            "string-template",
            "ref");

    private static final Pattern AMAZON_ORDER = Pattern.compile("\\b\\d{3}-\\d{7}-\\d{7}\\b");
    private static final String SECRET = "(?i).*(authori[sz]ation|cookie|token|secret|password|api-?key).*";

    private final Side amazon;
    private final Side commerce;
    private final Set<String> silentRoutes;
    private final Masks masks;
    private final Map<String, Order> orders = new TreeMap<>();
    private final List<Request> requests = new ArrayList<>();

    /** @param silentRoutes ids of routes that begin outside or by the clock, and are not to run */
    OutsideWorld(Side amazon, Side commerce, Set<String> silentRoutes, List<Order> orders, Masks masks) {
        this.amazon = amazon;
        this.commerce = commerce;
        this.silentRoutes = silentRoutes;
        this.masks = masks;
        orders.forEach(order -> this.orders.put(order.amazonOrderId(), order));
    }

    /** What answers for one of the two remote sides. */
    interface Side {

        /** @return whether a URL belongs to it */
        boolean at(String url);

        /** @return whether the request is no news to anybody, such as a login */
        boolean hidden(String url);

        /** @return the body of the answer */
        String answer(String method, String url, String query, String body);

        String name();
    }

    @Override
    public void beforeApplicationStart(CamelContext context) {
        context.getCamelContextExtension().registerEndpointCallback(this::replaced);
        ((ModelCamelContext) context)
                .getRouteDefinitions().stream()
                        .filter(route -> silentRoutes.contains(route.getId()))
                        .forEach(route -> route.setAutoStartup("false"));
    }

    @Override
    public void afterApplicationStart(CamelContext context) {
        // the orders come next
    }

    synchronized List<Request> requests() {
        return List.copyOf(requests);
    }

    private Endpoint replaced(String uri, Endpoint endpoint) {
        String scheme = uri.replaceAll("[:?].*", "");
        boolean ledger = uri.matches("sql:(//)?classpath:sql/.*");
        return INSIDE.contains(scheme) || ledger ? endpoint : new RecordedEndpoint(endpoint, this);
    }

    void sent(String uri, Exchange exchange) {
        Message message = exchange.getMessage();
        String body = message.getBody(String.class);
        if (!uri.matches("https?:.*")) {
            record(order(message, uri), bare(uri), headers(message), body);
            return;
        }
        String url = message.getHeader(Exchange.HTTP_URI, uri.replaceAll("\\?.*", ""), String.class);
        String query = message.getHeader(Exchange.HTTP_QUERY, "", String.class);
        String method = message.getHeader(Exchange.HTTP_METHOD, body == null ? "GET" : "POST", String.class);
        Side side = List.of(amazon, commerce).stream()
                .filter(candidate -> candidate.at(url))
                .findFirst()
                .orElse(null);
        if (side == null) {
            record(order(message, url), method + " " + bare(url), headers(message), body);
        } else if (!side.hidden(url)) {
            String address = url.replaceFirst("https?://[^/]*", "") + (query.isEmpty() ? "" : "?" + query);
            record(
                    order(message, url),
                    side.name() + " " + method + " " + masks.decoded(address),
                    List.of(),
                    "GET".equals(method) ? "" : body);
        }
        message.getHeaders().keySet().removeIf(name -> name.startsWith("CamelHttp"));
        message.setHeader(Exchange.HTTP_RESPONSE_CODE, 200);
        message.setBody(side == null ? "{}" : side.answer(method, url, query, body));
    }

    private synchronized void record(String order, String head, List<String> headers, String body) {
        List<String> lines = new ArrayList<>(headers);
        lines.addAll(Request.lines(body));
        requests.add(new Request(
                order, masks.clean(head), lines.stream().map(masks::clean).toList()));
    }

    private String order(Message message, String text) {
        Matcher named = AMAZON_ORDER.matcher(text);
        if (named.find() && orders.containsKey(named.group())) {
            return orders.get(named.group()).key().toString();
        }
        return message.getHeader("HubOrderId", "", String.class);
    }

    /** Logins and options of an endpoint may be secrets. */
    private static String bare(String uri) {
        return uri.replaceAll("\\?.*", "").replaceFirst("//[^/@]*@", "//");
    }

    private static List<String> headers(Message message) {
        return new TreeMap<>(message.getHeaders())
                .entrySet().stream()
                        .filter(entry -> entry.getKey().equals(Exchange.FILE_NAME)
                                || !entry.getKey().matches("(?i)(camel|hub|jms|breadcrumb).*"))
                        .map(entry -> entry.getKey() + ": "
                                + (entry.getKey().matches(SECRET) ? "***" : String.valueOf(entry.getValue())))
                        .toList();
    }
}
