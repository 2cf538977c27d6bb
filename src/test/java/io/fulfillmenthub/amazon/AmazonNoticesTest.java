package io.fulfillmenthub.amazon;

import static org.assertj.core.api.Assertions.assertThat;

import io.fulfillmenthub.Notifications;
import io.fulfillmenthub.order.OrderKey;
import io.fulfillmenthub.order.OrderNotice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AmazonNoticesTest {

    private static final Instant CHANGED = Instant.parse("2026-05-01T12:00:00Z");
    private static final String PLAIN = Notifications.of("903-8868176-2219830", "n-1", CHANGED);

    private final AmazonNotices notices = new AmazonNotices();

    @ParameterizedTest
    @MethodSource("forms")
    void readsANotificationHoweverItIsWrapped(String body) {
        assertThat(notices.read(body, "us"))
                .containsExactly(new OrderNotice(new OrderKey("us", "903-8868176-2219830"), "n-1", CHANGED));
    }

    static Stream<String> forms() {
        return Stream.of(
                PLAIN,
                Notifications.encodedTwice(PLAIN),
                Notifications.encodedTwice(Notifications.encodedTwice(PLAIN)),
                Notifications.fromATopic(PLAIN),
                Notifications.encodedTwice(Notifications.fromATopic(PLAIN)),
                payloadAsText());
    }

    @Test
    void readsTheExampleOfAmazonsSchema() throws IOException {
        String example = Files.readString(Path.of("src/test/resources/fixtures/amazon/order-change.json"));

        assertThat(notices.read(example, "us")).singleElement().satisfies(notice -> {
            assertThat(notice.key().amazonOrderId()).isEqualTo("903-8868176-2219830");
            assertThat(notice.changedAt()).isEqualTo("2022-11-29T19:42:04.284Z");
        });
    }

    @Test
    void aNotificationWithoutIdAndTimeIsAHintAllTheSame() {
        String bare = "{\"Payload\": {\"OrderChangeNotification\": {\"AmazonOrderId\": \"903-8868176-2219830\","
                + " \"OrderChangeTrigger\": {\"TimeOfOrderChange\": null}}}}";

        assertThat(notices.read(bare, "us"))
                .containsExactly(new OrderNotice(new OrderKey("us", "903-8868176-2219830"), "", null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no JSON",
                "null",
                "[]",
                "{\"NotificationType\": \"PING\"}",
                "{\"Payload\": {\"OrderChangeNotification\": {\"AmazonOrderId\": \"1 or 1=1\"}}}",
                "\"\\\"\\\\\\\"deep\\\\\\\"\\\"\""
            })
    void dropsWhatIsNoNotificationOfAnOrder(String body) {
        assertThat(notices.read(body, "us")).isEmpty();
    }

    private static String payloadAsText() {
        int start = PLAIN.indexOf("{\"OrderChangeNotification\"");
        int end = PLAIN.indexOf(",\n \"NotificationMetadata\"");
        return PLAIN.substring(0, start)
                + Notifications.encodedTwice(PLAIN.substring(start, end))
                + PLAIN.substring(end);
    }
}
