package io.fulfillmenthub.due;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fulfillmenthub.order.DueKind;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.Processor;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;

/** When the routes that begin with {@code due} run; what is due in PostgreSQL is in {@code LedgerDueWorkTest}. */
class DueComponentTest {

    private final DefaultCamelContext camel = new DefaultCamelContext();
    private final AtomicInteger looks = new AtomicInteger();
    private final AtomicInteger claims = new AtomicInteger();
    private volatile Set<DueKind> due = EnumSet.noneOf(DueKind.class);
    private volatile boolean broken;
    private RuntimeException failure = new DataAccessResourceFailureException("away");

    @AfterEach
    void stop() {
        camel.stop();
    }

    @Test
    void aRouteRunsWhileWorkOfItsKindIsDue() throws Exception {
        start(Duration.ofMillis(5), route("due?kind=orders", claim -> claims.incrementAndGet()));
        atLeast(looks, 2);
        assertThat(claims).hasValue(0);

        due = EnumSet.of(DueKind.PACKAGES);
        atLeast(looks, looks.get() + 2);
        assertThat(claims).hasValue(0);

        due = EnumSet.of(DueKind.ORDERS);
        atLeast(claims, 3);

        due = EnumSet.noneOf(DueKind.class);
        atLeast(looks, looks.get() + 2);
        int soFar = claims.get();
        atLeast(looks, looks.get() + 3);
        assertThat(claims).hasValue(soFar);
    }

    /** Ten times as seldom, so that a hub without work costs next to nothing. */
    @Test
    void itLooksSeldomWhileNothingIsDue() throws Exception {
        start(Duration.ofMillis(50), route("due?kind=orders", claim -> claims.incrementAndGet()));
        atLeast(looks, 1);
        long begin = System.nanoTime();
        int before = looks.get();
        atLeast(looks, before + 3);
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThan(Duration.ofMillis(1_000));
    }

    @Test
    void whatNoRouteClaimsIsNotLookedForOften() throws Exception {
        due = EnumSet.of(DueKind.ANNOUNCEMENTS);
        start(Duration.ofMillis(50), route("due?kind=orders", claim -> claims.incrementAndGet()));
        atLeast(looks, 1);
        long begin = System.nanoTime();
        atLeast(looks, looks.get() + 3);
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThan(Duration.ofMillis(1_000));
        assertThat(claims).hasValue(0);
    }

    @Test
    void aSlowClaimIsNotMadeTwiceAndHoldsUpNoOther() throws Exception {
        CountDownLatch answer = new CountDownLatch(1);
        AtomicInteger slow = new AtomicInteger();
        due = EnumSet.of(DueKind.ORDERS, DueKind.PACKAGES);
        start(
                Duration.ofMillis(5),
                route("due?kind=orders", claim -> {
                    slow.incrementAndGet();
                    answer.await();
                }),
                route("due?kind=packages", claim -> claims.incrementAndGet()));

        atLeast(claims, 5);
        assertThat(slow).hasValue(1);

        answer.countDown();
        atLeast(slow, 2);
    }

    @Test
    void aDatabaseThatIsAwayIsAskedAgain() throws Exception {
        broken = true;
        due = EnumSet.of(DueKind.ORDERS);
        start(Duration.ofMillis(5), route("due?kind=orders", claim -> claims.incrementAndGet()));
        atLeast(looks, 2);
        assertThat(claims).hasValue(0);

        broken = false;
        atLeast(claims, 1);
    }

    @Test
    void noOtherFailureEndsTheLooking() throws Exception {
        failure = new IllegalStateException("not the database");
        aDatabaseThatIsAwayIsAskedAgain();
    }

    @Test
    void aFailedClaimIsMadeAgain() throws Exception {
        due = EnumSet.of(DueKind.ORDERS);
        start(Duration.ofMillis(5), route("due?kind=orders", claim -> {
            claims.incrementAndGet();
            throw new IllegalStateException("the claim was refused");
        }));
        atLeast(claims, 2);
    }

    @Test
    void aStoppedRouteClaimsNothingUntilItIsStartedAgain() throws Exception {
        due = EnumSet.of(DueKind.ORDERS);
        start(Duration.ofMillis(5), route("due?kind=orders", claim -> claims.incrementAndGet()));
        atLeast(claims, 1);

        camel.getRouteController().stopRoute("due?kind=orders");
        int soFar = claims.get();
        Awaitility.await().during(Duration.ofMillis(50)).until(() -> claims.get() == soFar);

        camel.getRouteController().startRoute("due?kind=orders");
        atLeast(claims, soFar + 1);
    }

    @Test
    void anUnknownKindIsRefusedWithThoseThereAre() {
        assertThatThrownBy(() -> start(Duration.ofSeconds(1), route("due?kind=order", claim -> {})))
                .hasStackTraceContaining("There is no due work of kind 'order'; the kinds are orders,");
    }

    @Test
    void nothingCanBeSentThere() {
        assertThatThrownBy(() -> start(Duration.ofSeconds(1), new RouteBuilder() {
                    @Override
                    public void configure() {
                        from("direct:wrong").to("due?kind=orders");
                    }
                }))
                .hasStackTraceContaining("A route can only begin with due");
    }

    private void start(Duration interval, RouteBuilder... routes) throws Exception {
        camel.addComponent("due", new DueComponent(this::look, new DueSettings(interval, interval.multipliedBy(10))));
        for (RouteBuilder route : routes) {
            camel.addRoutes(route);
        }
        camel.start();
    }

    private Set<DueKind> look() {
        looks.incrementAndGet();
        if (broken) {
            throw failure;
        }
        return due;
    }

    private static RouteBuilder route(String uri, Processor claim) {
        return new RouteBuilder() {
            @Override
            public void configure() {
                errorHandler(noErrorHandler());
                from(uri).routeId(uri).process(claim);
            }
        };
    }

    private static void atLeast(AtomicInteger count, int wanted) {
        Awaitility.await().pollInterval(Duration.ofMillis(5)).until(() -> count.get() >= wanted);
    }
}
