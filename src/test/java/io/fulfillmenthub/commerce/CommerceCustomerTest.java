package io.fulfillmenthub.commerce;

import static io.fulfillmenthub.commerce.CommerceExamples.BUYER;
import static io.fulfillmenthub.commerce.CommerceExamples.imported;
import static io.fulfillmenthub.commerce.CommerceExamples.lines;
import static io.fulfillmenthub.commerce.CommerceExamples.merchantOrder;
import static io.fulfillmenthub.commerce.CommerceExamples.order;
import static org.assertj.core.api.Assertions.assertThat;

import io.fulfillmenthub.order.Address;
import io.fulfillmenthub.order.FulfilledBy;
import io.fulfillmenthub.order.OrderImport;
import io.fulfillmenthub.order.ReasonCode;
import io.fulfillmenthub.order.RejectedException;
import io.fulfillmenthub.order.RetryableException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The route that finds the buyer among the customers, or makes a customer of the buyer. */
class CommerceCustomerTest {

    private static final String NO_CUSTOMER = "{\"items\":[],\"total_count\":0}";
    private static final String CUSTOMER = "{\"items\":[{\"id\":9}],\"total_count\":1}";
    private static final String DUPLICATE =
            "{\"message\":\"A customer with the same email address already exists in an associated website.\"}";

    private static final TurnableClock CLOCK = new TurnableClock();
    private static FakeCommerce commerce;
    private static CommerceRoutes routes;

    @BeforeAll
    static void start() throws Exception {
        commerce = new FakeCommerce();
        routes = new CommerceRoutes(commerce.url(), CLOCK);
    }

    @AfterAll
    static void stop() {
        routes.close();
        commerce.close();
    }

    @BeforeEach
    void forgetEverything() {
        commerce.reset();
        CLOCK.turn(Duration.ofHours(2));
    }

    @Test
    void findsACustomerByEmailAndWebsite() {
        commerce.answers(200, CUSTOMER);

        assertThat(customer()).isEqualTo(9);
        assertThat(commerce.only().query())
                .containsEntry("searchCriteria[filter_groups][0][filters][0][value]", BUYER.email())
                .containsEntry("searchCriteria[filter_groups][1][filters][0][field]", "website_id");
    }

    @Test
    void createsACustomer() {
        commerce.answers(200, NO_CUSTOMER).answers(200, "{\"id\":10,\"email\":\"x\"}");

        assertThat(customer()).isEqualTo(10);
        assertThat(commerce.requests().get(1).json().at("/customer/lastname").asText())
                .isEqualTo("Kauf");
        assertThat(commerce.requests()
                        .get(1)
                        .json()
                        .at("/customer/addresses/0/region/region_id")
                        .asInt())
                .isEqualTo(12);
    }

    @Test
    void leavesAnAddressOutThatTheAddressBookWouldNotTake() {
        commerce.answers(200, NO_CUSTOMER).answers(200, "{\"id\":10,\"email\":\"x\"}");
        Address odd =
                new Address("Anna Muster", null, List.of("1 Main St #4"), "Town", null, "CA", "90034", "US", "310");

        routes.ask(
                "commerce-customer", imported(order(FulfilledBy.MERCHANT, odd, BUYER, lines(), List.of())), Long.class);

        assertThat(commerce.requests().get(1).json().at("/customer/email").asText())
                .isEqualTo(BUYER.email());
        assertThat(commerce.requests().get(1).json().at("/customer/addresses").isMissingNode())
                .isTrue();
    }

    @Test
    void findsTheCustomerThatAnotherWorkerCreatedMeanwhile() {
        commerce.answers(200, NO_CUSTOMER).answers(400, DUPLICATE).answers(200, CUSTOMER);
        assertThat(customer()).isEqualTo(9);

        commerce.answers(200, NO_CUSTOMER)
                .answers(500, "{\"message\":\"Internal Error.\"}")
                .answers(200, CUSTOMER);
        assertThat(customer()).isEqualTo(9);
    }

    @Test
    void triesLaterWhenTheCustomerIsNotThereEither() {
        commerce.answers(200, NO_CUSTOMER).hangsUp().answers(200, NO_CUSTOMER);

        assertThat(routes.call("commerce-customer", imported(merchantOrder())).getException())
                .isInstanceOf(RetryableException.class);
    }

    @Test
    void parksACustomerWhoseNameIsRefused() {
        commerce.answers(200, NO_CUSTOMER).answers(400, "{\"message\":\"First Name is not valid!\"}");

        rejects("commerce-customer", imported(merchantOrder()), ReasonCode.CUSTOMER_REFUSED, "First Name is not valid");
    }

    private static Long customer() {
        return routes.ask("commerce-customer", imported(merchantOrder()), Long.class);
    }

    private static void rejects(String route, OrderImport order, ReasonCode reason, String words) {
        assertThat(routes.call(route, order).getException()).isInstanceOfSatisfying(RejectedException.class, e -> {
            assertThat(e.reason()).isEqualTo(reason);
            assertThat(e).hasMessageContaining(words);
        });
    }
}
