package io.fulfillmenthub.check;

import io.fulfillmenthub.check.Difference.Step;
import io.fulfillmenthub.check.Replay.Run;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Two runs of the same orders, for people: only what differs, each new kind of request once with its body. */
final class Comparison {

    private static final int CONTEXT = 2;
    private static final int LONGEST_HEAD = 160;

    private final Run shipped;
    private final Run changed;
    private final List<String> lines = new ArrayList<>();
    private final Set<String> shown = new HashSet<>();
    private int same;
    private boolean worse;

    Comparison(Run shipped, Run changed) {
        this.shipped = shipped;
        this.changed = changed;
        changed.outcomes().forEach(this::compare);
        compareRequests("polls, and other requests about no order", distinct(shipped, ""), distinct(changed, ""));
    }

    List<String> lines() {
        return lines;
    }

    /** @return whether an order ends in NEEDS_ATTENTION, or not at all, that the shipped routes finish */
    boolean worse() {
        return worse;
    }

    /** @return how many orders cause the same requests and end the same way */
    int same() {
        return same;
    }

    private void compare(String order, String outcome) {
        String before = shipped.outcomes().get(order);
        boolean sameOutcome = outcome.equals(before);
        worse |= troubled(outcome) && !troubled(before);
        String title = order + "  " + (sameOutcome ? outcome : "ends " + outcome + "\n    shipped routes: " + before);
        boolean sameRequests = compareRequests(title, requests(shipped, order), requests(changed, order));
        if (sameRequests && sameOutcome) {
            same++;
        } else if (sameRequests) {
            lines.addAll(title.lines().toList());
        }
    }

    private static boolean troubled(String outcome) {
        return outcome.matches("(?s).*(NEEDS_ATTENTION| fails: |still at work).*");
    }

    /** @return whether they are the same */
    private boolean compareRequests(String title, List<Request> before, List<Request> after) {
        if (before.equals(after)) {
            return true;
        }
        lines.addAll(title.lines().toList());
        for (Step<Request> step : Difference.of(before, after, Request::head)) {
            if (!step.common()) {
                whole(step);
            } else if (!step.before().lines().equals(step.after().lines())) {
                lines.add("    " + shortened(step.after().head()));
                hunks(Difference.of(step.before().lines(), step.after().lines(), Function.identity()));
            }
        }
        return false;
    }

    private void whole(Step<Request> step) {
        String mark = step.before() == null ? "  + " : "  - ";
        Request request = step.before() == null ? step.after() : step.before();
        lines.add(mark + shortened(request.head()));
        if (shown.add(mark + request.head().replaceAll("\\d", ""))) {
            request.lines().forEach(line -> lines.add(mark + "    " + line));
        }
    }

    private static String shortened(String head) {
        return head.length() <= LONGEST_HEAD ? head : head.substring(0, LONGEST_HEAD) + "…";
    }

    private void hunks(List<Step<String>> steps) {
        boolean gap = false;
        for (int i = 0; i < steps.size(); i++) {
            Step<String> step = steps.get(i);
            if (near(steps, i)) {
                String mark = step.common() ? "    " : step.before() == null ? "  + " : "  - ";
                lines.add(mark + "    " + (step.before() == null ? step.after() : step.before()));
                gap = false;
            } else if (!gap) {
                lines.add("        …");
                gap = true;
            }
        }
    }

    private static boolean near(List<Step<String>> steps, int place) {
        return IntStream.rangeClosed(Math.max(0, place - CONTEXT), Math.min(steps.size() - 1, place + CONTEXT))
                .anyMatch(i -> !steps.get(i).common());
    }

    /** What happens at the same time is put in the order of its systems. */
    private static List<Request> requests(Run run, String order) {
        Function<Request, String> system = request -> request.head().replaceAll(" .*", "");
        Map<String, List<Request>> bySystem = new TreeMap<>();
        run.requests().stream()
                .filter(request -> request.order().equals(order))
                .forEach(request -> bySystem.computeIfAbsent(system.apply(request), name -> new ArrayList<>())
                        .add(request));
        return bySystem.values().stream().flatMap(List::stream).toList();
    }

    /** What is asked again and again counts once, whatever the time and the orders of the moment. */
    private static List<Request> distinct(Run run, String order) {
        return requests(run, order).stream()
                .map(request -> new Request(order, Masks.timeless(request.head()), request.lines()))
                .distinct()
                .sorted(Comparator.comparing(Request::head))
                .toList();
    }
}
