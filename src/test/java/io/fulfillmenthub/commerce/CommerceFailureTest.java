package io.fulfillmenthub.commerce;

import static io.fulfillmenthub.commerce.CommerceExamples.created;
import static io.fulfillmenthub.commerce.CommerceExamples.due;
import static io.fulfillmenthub.commerce.CommerceExamples.imported;
import static io.fulfillmenthub.commerce.CommerceExamples.merchantOrder;
import static org.assertj.core.api.Assertions.assertThat;

import io.fulfillmenthub.order.CommerceOrder;
import io.fulfillmenthub.order.OutcomeUnknownException;
import io.fulfillmenthub.order.ReasonCode;
import io.fulfillmenthub.order.RejectedException;
import io.fulfillmenthub.order.RemoteFailure;
import io.fulfillmenthub.order.RetryableException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What failures of Commerce mean: reads are repeated, changes are looked for first, refusals are parked. */
class CommerceFailureTest {

    private static final String HTML = "<html><body><h1>502 Bad Gateway</h1></body></html>";

    private static FakeCommerce commerce;
    private static CommerceRoutes routes;

    @BeforeAll
    static void start() throws Exception {
        commerce = new FakeCommerce();
        routes = new CommerceRoutes(commerce.url(), Clock.systemUTC());
    }

    @AfterAll
    static void stop() {
        routes.close();
        commerce.close();
    }

    @BeforeEach
    void forget() {
        commerce.reset();
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 504, 200})
    void aBrokenAnswerLetsAReadBeRepeatedAndAChangeBeLookedFor(int status) {
        commerce.answers(status, HTML).answers(status, HTML).answers(status, "").answers(status, "");

        assertThat(read()).isExactlyInstanceOf(RetryableException.class).hasMessageNotContaining("<");
        assertThat(create()).isInstanceOf(OutcomeUnknownException.class).hasMessageNotContaining("<");
        assertThat(read()).isExactlyInstanceOf(RetryableException.class);
        assertThat(create()).isInstanceOf(OutcomeUnknownException.class);
    }

    @Test
    void aLostAnswerLetsAReadBeRepeatedAndAChangeBeLookedFor() {
        commerce.hangsUp().hangsUp().breaksOff().breaksOff();

        assertThat(read()).isExactlyInstanceOf(RetryableException.class);
        assertThat(create()).isInstanceOf(OutcomeUnknownException.class);
        assertThat(read()).isExactlyInstanceOf(RetryableException.class);
        assertThat(create()).isInstanceOf(OutcomeUnknownException.class);
        assertThat(commerce.requests()).as("no call is repeated by itself").hasSize(4);
    }

    @Test
    void aTimeoutOfAChangeIsLookedFor() throws Exception {
        try (FakeCommerce silent = new FakeCommerce();
                CommerceRoutes impatient =
                        new CommerceRoutes(silent.neverAnswers().url(), Clock.systemUTC(), 300)) {
            assertThat(impatient
                            .call("commerce-order-create", imported(merchantOrder()))
                            .getException())
                    .isInstanceOf(OutcomeUnknownException.class);
        }
    }

    @Test
    void aRefusedConnectionNeverSentAnything() throws Exception {
        String gone;
        try (FakeCommerce closed = new FakeCommerce()) {
            gone = closed.url();
        }
        try (CommerceRoutes lost = new CommerceRoutes(gone, Clock.systemUTC())) {
            assertThat(lost.call("commerce-order-create", imported(merchantOrder()))
                            .getException())
                    .isExactlyInstanceOf(RetryableException.class);
        }
    }

    @Test
    void tooManyRequestsChangedNothingAndSayHowLongToWait() {
        commerce.answers(429, "{\"message\":\"Too Many Requests\"}", Map.of("Retry-After", "7"));

        assertThat(create())
                .isExactlyInstanceOf(RetryableException.class)
                .satisfies(retryable(e -> assertThat(e.notBefore()).contains(Duration.ofSeconds(7))));
    }

    @Test
    void aTakenNumberAndADoneInvoiceAreLookedForAtOnce() {
        commerce.answers(400, "{\"message\":\"Unique constraint violation found\"}")
                .answers(400, "{\"message\":\"Invoice Document Validation Error(s):\\nNo more products.\"}");

        assertThat(create())
                .isInstanceOf(OutcomeUnknownException.class)
                .satisfies(retryable(e -> assertThat(e.notBefore()).contains(Duration.ZERO)));
        assertThat(routes.call("commerce-invoice-create", created(merchantOrder()))
                        .getException())
                .isInstanceOf(OutcomeUnknownException.class)
                .satisfies(retryable(e -> assertThat(e.notBefore()).contains(Duration.ZERO)));
    }

    @Test
    void aMissingPermissionIsNamed() {
        commerce.answers(
                401,
                "{\"message\":\"The consumer isn't authorized to access %resources.\","
                        + "\"parameters\":{\"resources\":\"Magento_Sales::create\"}}");

        rejects(create(), ReasonCode.COMMERCE_UNAUTHORISED, "Magento_Sales::create");
    }

    @Test
    void anAddressRefusalNamesTheFieldButNobody() {
        commerce.answers(
                400,
                "{\"message\":\"We can't save the address:\\n%1 %2\",\"parameters\":[\"\\\"Phone Number\\\" is required.\","
                        + "\"Berta Kauf, 1 Main St, relay1@marketplace.example\"]}");

        Throwable refusal = create();

        rejects(refusal, ReasonCode.ADDRESS_REFUSED, "\"Phone Number\" is required");
        assertThat(refusal).hasMessageNotContainingAny("Berta", "Kauf", "Main", "relay1");
    }

    @Test
    void aRefusalIsParkedWithCommercesWords() {
        commerce.answers(
                400,
                "{\"message\":\"\\\"%fieldName\\\" is not supported\",\"parameters\":{\"fieldName\":\"BaseFoo\"}}");

        Throwable refusal = create();

        rejects(refusal, ReasonCode.COMMERCE_REFUSED, "\"BaseFoo\" is not supported");
        assertThat(((RejectedException) refusal).failure())
                .contains(new RemoteFailure(
                        "commerce", "us", "create-order", 400, "400", "\"BaseFoo\" is not supported", ""));
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 403, 404})
    void anAnswerThatIsNotCommercesPointsToTheAddress(int status) {
        commerce.answers(status, HTML).answers(404, "{\"message\":\"Request does not match any route.\"}");

        rejects(create(), ReasonCode.COMMERCE_REFUSED, "commerce.base-url");
        rejects(read(), ReasonCode.COMMERCE_REFUSED, "commerce.base-url");
    }

    @Test
    void theCallingStepIsRepeatedAsAWholeByTheGlobalPolicy() {
        commerce.answers(503, HTML).answers(200, "{\"entity_id\":77,\"items\":[]}");

        assertThat(routes.ask("hub-step", due(merchantOrder()), CommerceOrder.class)
                        .id())
                .isEqualTo(77);

        commerce.answers(503, HTML).answers(503, HTML);
        assertThat(routes.ask("hub-step", due(merchantOrder()), String.class))
                .isEqualTo("given up by the global policy");
        assertThat(commerce.requests()).hasSize(4);
    }

    private static Throwable read() {
        return routes.call("commerce-order-get", due(merchantOrder())).getException();
    }

    private static Throwable create() {
        return routes.call("commerce-order-create", imported(merchantOrder())).getException();
    }

    private static Consumer<Throwable> retryable(Consumer<RetryableException> check) {
        return e -> check.accept((RetryableException) e);
    }

    private static void rejects(Throwable e, ReasonCode reason, String words) {
        assertThat(e).isInstanceOf(RejectedException.class).hasMessageContaining(words);
        assertThat(((RejectedException) e).reason()).isEqualTo(reason);
    }
}
