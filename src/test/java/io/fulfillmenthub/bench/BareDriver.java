package io.fulfillmenthub.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.io.entity.StringEntity;

/**
 * The physical floor: a program that only makes the calls an imported order needs, one order and one invoice, with requests
 * that are written beforehand, and of the answers it reads the order's id. It uses the hub's own HTTP client, and keeps no record
 * or the least one.
 */
public final class BareDriver {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final int PAGE = 100;

    private static final String ORDER = """
            {"entity":{"increment_id":"%1$s","ext_order_id":"%1$s","store_id":1,"state":"processing","status":"processing",\
            "created_at":"2026-01-01 00:00:00","is_virtual":0,"email_sent":0,"global_currency_code":"USD",\
            "base_currency_code":"USD","store_currency_code":"USD","order_currency_code":"USD","base_to_global_rate":1,\
            "base_to_order_rate":1,"store_to_base_rate":1,"store_to_order_rate":1,"customer_is_guest":1,"customer_group_id":0,\
            "customer_email":"floor@marketplace.example","customer_firstname":"Ada","customer_lastname":"Example",\
            "customer_note_notify":0,%2$s,%3$s,"total_qty_ordered":1,"total_item_count":1,\
            "shipping_description":"Amazon - Standard","items":[{"sku":"WIDGET-RED-1","name":"Widget-Red-1","product_id":1,\
            "product_type":"simple","store_id":1,"ext_order_item_id":"%1$s","is_virtual":0,"qty_ordered":1,"tax_percent":0,\
            "price":19.99,"original_price":19.99,"price_incl_tax":19.99,"row_total":19.99,"row_total_incl_tax":19.99,\
            "tax_amount":0,"discount_amount":0,"base_price":19.99,"base_original_price":19.99,"base_price_incl_tax":19.99,\
            "base_row_total":19.99,"base_row_total_incl_tax":19.99,"base_tax_amount":0,"base_discount_amount":0}],\
            "billing_address":%4$s,"payment":{"method":"amazonpayment","po_number":"%1$s","amount_ordered":19.99,\
            "base_amount_ordered":19.99,"shipping_amount":0,"base_shipping_amount":0,"additional_information":["Amazon"]},\
            "status_histories":[{"comment":"Amazon order %1$s","is_customer_notified":0,"is_visible_on_front":0,"parent_id":0}],\
            "extension_attributes":{"shipping_assignments":[{"shipping":{"address":%5$s,"method":"amazonshipping_standard"}}]}}}""";

    private static final String TOTALS = """
            "subtotal":19.99,"subtotal_incl_tax":19.99,"discount_amount":0,"shipping_amount":0,"shipping_incl_tax":0,\
            "shipping_tax_amount":0,"tax_amount":0,"grand_total":19.99,"total_due":19.99""";

    private static final String ADDRESS = """
            {"address_type":"%s","firstname":"Ada","lastname":"Example","street":["1 Example Street"],"city":"Springfield",\
            "region":"Illinois","region_code":"IL","region_id":23,"postcode":"62701","country_id":"US",\
            "telephone":"0000000000","email":"floor@marketplace.example"}""";

    private final CloseableHttpClient http;
    private final String base;
    private final LeastRecord record;

    /** @param record null for a driver that keeps none */
    private BareDriver(CloseableHttpClient http, String sandbox, LeastRecord record) {
        this.http = http;
        this.record = record;
        this.base = sandbox + "/sandbox/commerce/rest/default/V1/";
    }

    /**
     * Arguments: the sandbox's URL, a prefix of order numbers, how many orders, how many in flight, and the URL of a
     * database if it is to keep a record; prints orders a second.
     */
    public static void main(String[] arguments) throws Exception {
        int orders = Integer.parseInt(arguments[2]);
        int inFlight = Integer.parseInt(arguments[3]);
        var connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setMaxConnTotal(inFlight)
                .setMaxConnPerRoute(inFlight)
                .build();
        try (CloseableHttpClient http = HttpClients.custom()
                        .setConnectionManager(connections)
                        .disableAutomaticRetries()
                        .build();
                LeastRecord record = arguments.length > 4 ? new LeastRecord(arguments[4], inFlight) : null) {
            BareDriver driver = new BareDriver(http, arguments[0], record);
            driver.run(arguments[1] + "W", Math.min(orders, 20 * inFlight), inFlight);
            System.out.printf("%.3f%n", driver.run(arguments[1], orders, inFlight));
        }
    }

    private static List<String> bodies(String prefix, int orders) {
        List<String> bodies = new ArrayList<>();
        for (int i = 0; i < orders; i++) {
            bodies.add(ORDER.formatted(
                    prefix + i,
                    TOTALS,
                    TOTALS.replace("\"subtotal", "\"base_subtotal")
                            .replaceAll("\"(discount|shipping|tax|grand|total)_", "\"base_$1_"),
                    ADDRESS.formatted("billing"),
                    ADDRESS.formatted("shipping")));
        }
        return bodies;
    }

    private double run(String prefix, int orders, int inFlight) throws InterruptedException, ExecutionException {
        List<String> ids = IntStream.range(0, orders).mapToObj(i -> prefix + i).toList();
        List<String> bodies = bodies(prefix, orders);
        ExecutorService workers = Executors.newFixedThreadPool(inFlight);
        AtomicInteger next = new AtomicInteger();
        long start = System.nanoTime();
        for (int page = 0; record != null && page < orders; page += PAGE) {
            int end = Math.min(orders, page + PAGE);
            record.received(ids.subList(page, end), bodies.subList(page, end));
        }
        List<Callable<Void>> work = new ArrayList<>();
        for (int i = 0; i < inFlight; i++) {
            work.add(() -> {
                for (int order = next.getAndIncrement(); order < bodies.size(); order = next.getAndIncrement()) {
                    if (record != null) {
                        record.begun(ids.get(order));
                    }
                    long id = JSON.readTree(post("orders", bodies.get(order)))
                            .path("entity_id")
                            .asLong();
                    post("order/" + id + "/invoice", "{\"capture\":true,\"notify\":false}");
                    if (record != null) {
                        record.created(ids.get(order), id);
                    }
                }
                return null;
            });
        }
        for (Future<Void> done : workers.invokeAll(work)) {
            done.get();
        }
        workers.shutdown();
        return bodies.size() / ((System.nanoTime() - start) / 1e9);
    }

    private String post(String path, String body) throws IOException {
        HttpPost request = new HttpPost(base + path);
        request.setHeader("Authorization", "Bearer sandbox-access-token");
        request.setEntity(new StringEntity(body, ContentType.APPLICATION_JSON));
        return http.execute(request, response -> {
            String answer = EntityUtils.toString(response.getEntity(), StandardCharsets.UTF_8);
            if (response.getCode() != 200) {
                throw new IOException("Commerce answers " + response.getCode() + ": " + answer);
            }
            return answer;
        });
    }
}
