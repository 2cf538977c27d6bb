package io.fulfillmenthub.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.fulfillmenthub.Browser;
import io.fulfillmenthub.HubWorld;
import io.fulfillmenthub.MeasuredPage;
import io.fulfillmenthub.PagingWalk;
import io.fulfillmenthub.console.SampleOrder;
import io.fulfillmenthub.ledger.BuyerIndex;
import io.fulfillmenthub.ledger.MillionOrders;
import io.fulfillmenthub.ledger.OrderDocuments;
import io.fulfillmenthub.ledger.Seal;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every page of the console on a ledger of a million orders, asked over HTTP. */
class ConsoleBenchmark {

    private static final Logger LOG = LoggerFactory.getLogger(ConsoleBenchmark.class);
    private static final int ORDERS = Integer.getInteger("bench.orders", 1_000_000);
    private static final int TIMES = Integer.getInteger("bench.times", 30);
    private static final int WARM_UP = 5;

    private static HubWorld world;
    private static JdbcClient ledger;
    private static Duration filling;

    @BeforeAll
    static void fill() {
        world = HubWorld.prepare(Map.of(
                "hub.poll.orders", "PT1H", "hub.poll.shipments", "PT1H", "server.tomcat.threads.min-spare", "2"));
        world.startHub();
        MillionOrders orders = new MillionOrders(
                world.bean(Seal.class), world.bean(BuyerIndex.class), world.bean(OrderDocuments.class));
        world.stopHubs();
        ledger = world.ledger();
        long begin = System.nanoTime();
        orders.fill(ledger, ORDERS, SampleOrder.WITH_TWO_ITEMS);
        filling = Duration.ofNanos(System.nanoTime() - begin);
        LOG.info("{} orders are in the ledger after {} s", ORDERS, filling.toSeconds());
        world.startHub();
    }

    @AfterAll
    static void close() {
        world.close();
    }

    @Test
    void answersEveryPage() {
        ConsoleVisitor visitor = new ConsoleVisitor(world.hubUrl());
        assertThat(visitor.read("/orders")).contains(String.format(Locale.ROOT, "%,d", ORDERS));
        List<String> rows = new ArrayList<>();
        pages().forEach((what, path) -> rows.add(row(what, path, times(visitor, path))));
        String head = """
                %,d orders of two years, PostgreSQL on the same machine, %d cores, average load %.1f; %d calls of each page after %d to warm up, \
                from the request to the last byte (CSV: to the first). Filling took %d s.

                | page | address | median ms | 95 %% ms | slowest ms |
                |---|---|---:|---:|---:|
                """.formatted(
                        ORDERS,
                        Runtime.getRuntime().availableProcessors(),
                        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                        TIMES,
                        WARM_UP,
                        filling.toSeconds());
        MeasuredPage.CONSOLE.replace("console-benchmark", head + String.join("\n", rows));
    }

    @Test
    void aBrowserPagesThroughAllOfThem() {
        Browser.requireInstalled();
        try (Browser browser = Browser.start(world.hubUrl())) {
            new PagingWalk(browser, ORDERS).go();
        }
    }

    private static List<Double> times(ConsoleVisitor visitor, String path) {
        return IntStream.range(0, WARM_UP + TIMES)
                .mapToObj(i -> path.contains(".csv") ? visitor.timeToFirstByteOf(path) : visitor.timeOf(path))
                .skip(WARM_UP)
                .map(time -> time.toNanos() / 1e6)
                .sorted()
                .toList();
    }

    private static String row(String what, String path, List<Double> times) {
        String row = String.format(
                Locale.ROOT,
                "| %s | `%s` | %.0f | %.0f | %.0f |",
                what,
                path,
                at(times, 0.5),
                at(times, 0.95),
                at(times, 1));
        LOG.info(row);
        return row;
    }

    private static double at(List<Double> times, double share) {
        return times.get(Math.max(0, (int) Math.ceil(share * times.size()) - 1));
    }

    private static Map<String, String> pages() {
        Map<String, String> pages = new LinkedHashMap<>();
        String order = ledger.sql("select amazon_order_id from orders where state = 'COMPLETED' and account_id = 'us'"
                        + " and fulfilled_by = 'MERCHANT' order by purchase_date desc limit 1")
                .query(String.class)
                .single();
        int last = ORDERS / 50 - 1;
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        String aMonth = "from=" + today.minusDays(400) + "&to=" + today.minusDays(370);
        pages.put("Log in: for comparison, without the ledger", "/login");
        pages.put("Dashboard", "/");
        pages.put("Orders: first page", "/orders");
        pages.put("half-way", "/orders?page=" + last / 2);
        pages.put("last page", "/orders?page=" + last);
        pages.put("state, most orders", "/orders?state=COMPLETED");
        pages.put("the same, far behind", "/orders?state=COMPLETED&page=" + last * 9 / 10);
        pages.put("state, few orders", "/orders?state=NEEDS_ATTENTION");
        pages.put("two states", "/orders?state=WAITING&state=IMPORTED");
        pages.put("status, most orders", "/orders?status=SHIPPED");
        pages.put("status, few orders", "/orders?status=PARTIALLY_SHIPPED");
        pages.put("account, most orders", "/orders?account=us");
        pages.put("account, few orders", "/orders?account=jp");
        pages.put("a month", "/orders?" + aMonth);
        pages.put("number at Amazon", "/orders?number=" + order);
        pages.put("number in Commerce", "/orders?number=000500000");
        pages.put("buyer's name, whole", "/orders?buyer=olivia+aa+smith");
        pages.put("buyer's name, a part", "/orders?buyer=rossi");
        pages.put("buyer's name, two letters", "/orders?buyer=no");
        pages.put("total", "/orders?minTotal=100&maxTotal=101");
        pages.put("total, most orders", "/orders?minTotal=5");
        pages.put("to be shipped by", "/orders?shipBy=" + today);
        pages.put("cause", "/orders?cause=PRODUCT_UNKNOWN");
        pages.put("account, status and total", "/orders?account=jp&status=CANCELLED&minTotal=5000");
        pages.put("state, account and a month", "/orders?state=COMPLETED&account=eu&" + aMonth);
        pages.put("buyer's name in a month", "/orders?buyer=rossi&" + aMonth);
        pages.put("nothing found", "/orders?account=jp&maxTotal=0.01");
        for (String sort : List.of("oldest", "highest_total", "lowest_total", "ship_by", "last_changed")) {
            pages.put("sorted: " + sort.replace('_', ' '), "/orders?sort=" + sort);
            pages.put(
                    "the same, half-way (" + sort.replace('_', ' ') + ")",
                    "/orders?sort=" + sort + "&page=" + last / 2);
        }
        pages.put("account, by total", "/orders?account=us&sort=highest_total");
        pages.put("few of an account, by total", "/orders?account=jp&sort=highest_total");
        pages.put("status, by ship-by", "/orders?status=CANCELLED&sort=ship_by");
        pages.put("state, by total", "/orders?state=COMPLETED&sort=lowest_total");
        pages.put("a month, by total", "/orders?" + aMonth + "&sort=highest_total");
        pages.put("a month, last changed first", "/orders?" + aMonth + "&sort=last_changed");
        pages.put("Details", "/orders/us/" + order);
        pages.put("items", "/orders/us/" + order + "?tab=items");
        pages.put("history", "/orders/us/" + order + "?tab=history");
        pages.put("Needs attention", "/attention");
        pages.put("Errors", "/errors");
        pages.put("by operation", "/errors?operation=order-create");
        pages.put("Accounts", "/accounts");
        pages.put("CSV of all orders", "/orders.csv");
        pages.put("CSV by total", "/orders.csv?sort=highest_total");
        pages.put("CSV of an account", "/orders.csv?account=us");
        return pages;
    }
}
