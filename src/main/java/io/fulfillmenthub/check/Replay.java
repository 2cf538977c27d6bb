package io.fulfillmenthub.check;

import io.fulfillmenthub.ledger.OrderIntake;
import io.fulfillmenthub.order.Order;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.springframework.boot.Banner;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A hub on a database of its own that works on given orders, one after the other, in front of a recorded outside world. */
final class Replay {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long PAUSE = Duration.ofMillis(20).toNanos();

    private static final String OUTSTANDING = """
            select (select count(*) from orders where due_at <= now() or locked_until > now())
                + (select count(*) from deliveries where state = 'PENDING')
                + (select count(*) from packages where due_at <= now() + interval '10 seconds')
                + (select count(*) from shipment_checks)""";

    private static final String OUTCOME = """
            select concat_ws(': ', state, reason, note) from orders
            where account_id = ? and amazon_order_id = ?""";

    private static final String PARKED = """
            select ' and ' || subscriber || ' (' || slot || ') fails: ' || note from deliveries
            where account_id = ? and amazon_order_id = ? and state = 'NEEDS_ATTENTION' order by id""";

    private final Class<?> hub;
    private final String[] arguments;

    /** @param arguments the configuration of the hub */
    Replay(Class<?> hub, List<String> arguments) {
        this.hub = hub;
        this.arguments = arguments.toArray(String[]::new);
    }

    /** What became of the orders. @param outcomes by order */
    record Run(Map<String, String> outcomes, List<Request> requests) {}

    Run of(List<Order> orders, OutsideWorld world) {
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(hub)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .registerShutdownHook(false)
                .initializers(fresh -> ((GenericApplicationContext) fresh)
                        .registerBean("outsideWorld", OutsideWorld.class, () -> world))
                .run(arguments)) {
            JdbcClient jdbc = context.getBean(JdbcClient.class);
            OrderIntake intake = context.getBean(OrderIntake.class);
            Map<String, String> outcomes = new LinkedHashMap<>();
            for (Order order : orders) {
                intake.receiveAll(List.of(order));
                boolean settled = settled(jdbc);
                outcomes.put(order.key().toString(), outcome(jdbc, order) + (settled ? "" : " (still at work)"));
            }
            return new Run(outcomes, world.requests());
        }
    }

    private static boolean settled(JdbcClient jdbc) {
        Instant end = Instant.now().plus(PATIENCE);
        int quiet = 0;
        while (quiet < 3 && Instant.now().isBefore(end)) {
            LockSupport.parkNanos(PAUSE);
            long outstanding = jdbc.sql(OUTSTANDING).query(Long.class).single();
            quiet = outstanding == 0 ? quiet + 1 : 0;
        }
        return quiet == 3;
    }

    private static String outcome(JdbcClient jdbc, Order order) {
        String state = jdbc.sql(OUTCOME)
                .params(order.accountId(), order.amazonOrderId())
                .query(String.class)
                .single();
        return state
                + String.join(
                        "",
                        jdbc.sql(PARKED)
                                .params(order.accountId(), order.amazonOrderId())
                                .query(String.class)
                                .list());
    }
}
