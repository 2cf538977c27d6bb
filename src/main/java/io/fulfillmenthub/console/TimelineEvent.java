package io.fulfillmenthub.console;

import io.fulfillmenthub.ledger.ErrorEntry;
import io.fulfillmenthub.ledger.HistoryEntry;
import io.fulfillmenthub.order.CallOutcome;
import io.fulfillmenthub.order.ReasonCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One step of an order, or one remote call that went wrong, in plain words.
 *
 * @param at when
 * @param title what happened
 * @param detail the details, null without any
 * @param nextStep what to do about it, null for nothing
 * @param actor who: {@code hub} or a user's name
 * @param requestId what the remote side's support asks for, null without a remote call
 * @param trouble whether it went wrong
 * @param calls the remote calls that led to it, the oldest first
 */
record TimelineEvent(
        Instant at,
        String title,
        String detail,
        String nextStep,
        String actor,
        String requestId,
        boolean trouble,
        List<Call> calls) {

    /**
     * A remote call.
     *
     * @param what the side and the operation
     * @param outcome what came of it
     * @param requestId what the remote side's support asks for, null without one
     * @param millis how long it took
     */
    record Call(String what, String outcome, String requestId, long millis) {

        static Call of(CallOutcome call) {
            return new Call(
                    words(call.side()) + ": " + call.operation().replace('-', ' '),
                    outcome(call.status()),
                    call.requestId(),
                    call.millis());
        }

        private static String outcome(int status) {
            if (status == 0) {
                return "no answer";
            }
            if (status < 300) {
                return "done";
            }
            return (status == 404 ? "not found" : status == 429 ? "too busy" : status >= 500 ? "failed" : "refused")
                    + " (" + status + ")";
        }
    }

    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("READY", "Ready for the import"),
            Map.entry("WAITING", "Waits"),
            Map.entry("IMPORTED", "Imported into Commerce"),
            Map.entry("SHIPPED", "Shipped: Amazon knows every package"),
            Map.entry("COMPLETED", "Completed on both sides"),
            Map.entry("CANCELLED", "Cancelled"),
            Map.entry("NOT_IMPORTED", "Left alone"),
            Map.entry("NEEDS_ATTENTION", "Stopped: it needs you"),
            Map.entry("PACKAGE_SENT", "Amazon is told of a package"),
            Map.entry("PACKAGE_NOT_SHOWN", "Amazon does not show the package yet"),
            Map.entry("PACKAGE_CONFIRMED", "Amazon shows the package"),
            Map.entry("retry", "Retry"),
            Map.entry("import-anyway", "Import anyway"),
            Map.entry("do-not-import", "Do not import"),
            Map.entry("adopt", "Adopt a Commerce order"),
            Map.entry("map-sku", "Map a SKU"),
            Map.entry("confirm-again", "Confirm the shipment again"),
            Map.entry("address-corrected", "Address corrected"),
            Map.entry("personal-data-shown", "Personal data shown"));

    /** @return steps and failed calls together, newest first */
    static List<TimelineEvent> of(List<HistoryEntry> history, List<ErrorEntry> calls) {
        List<TimelineEvent> events = new ArrayList<>();
        history.forEach(entry -> events.add(step(entry)));
        calls.forEach(call -> events.add(call(call)));
        events.sort(Comparator.comparing(TimelineEvent::at));
        Collections.reverse(events);
        return events;
    }

    private static TimelineEvent step(HistoryEntry entry) {
        String note = entry.note();
        Optional<ReasonCode> reason = note == null
                ? Optional.empty()
                : Arrays.stream(ReasonCode.values())
                        .filter(code -> note.startsWith(code + ": "))
                        .findFirst();
        String detail =
                reason.map(code -> note.substring(code.name().length() + 2)).orElse(note);
        String nextStep = reason.map(ReasonCode::nextStep).orElse(null);
        return new TimelineEvent(
                entry.at(),
                WORDS.getOrDefault(entry.event(), words(entry.event())),
                detail,
                nextStep == null || nextStep.equals(detail) ? null : nextStep,
                entry.actor(),
                null,
                "NEEDS_ATTENTION".equals(entry.event()),
                entry.calls().stream().map(Call::of).toList());
    }

    private static TimelineEvent call(ErrorEntry call) {
        String side = words(call.side());
        String what = call.operation().replace('-', ' ');
        String title = call.status() == 0
                ? side + " did not answer: " + what
                : side + (call.status() >= 500 ? " failed: " : " refused: ") + what + " (" + call.status() + ")";
        String code = call.code() == null ? "" : " [" + call.code() + "]";
        String detail = call.message() == null ? code.strip() : call.message() + code;
        return new TimelineEvent(
                call.at(),
                title,
                detail,
                null,
                "hub",
                call.requestId(),
                true,
                call.calls().stream().map(Call::of).toList());
    }

    private static String words(String constant) {
        String words = constant.replace('_', ' ').replace('-', ' ').toLowerCase(Locale.ROOT);
        return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
