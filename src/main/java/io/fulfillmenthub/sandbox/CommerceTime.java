package io.fulfillmenthub.sandbox;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Commerce's times: UTC, whole seconds, no mark of the zone. */
final class CommerceTime {

    private static final DateTimeFormatter FORMAT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);

    private CommerceTime() {}

    static String now() {
        return FORMAT.format(Instant.now());
    }

    /**
     * @param text a time with or without an offset, UTC without
     * @throws CommerceError 500 when it is none
     */
    static String parse(String text) {
        String iso = text.trim().replace(' ', 'T');
        try {
            return iso.matches(".*(Z|[+-]\\d\\d:?\\d\\d)")
                    ? FORMAT.format(OffsetDateTime.parse(iso))
                    : FORMAT.format(LocalDateTime.parse(iso.contains("T") ? iso : iso + "T00:00:00")
                            .toInstant(ZoneOffset.UTC));
        } catch (DateTimeException e) {
            throw CommerceError.masked();
        }
    }
}
