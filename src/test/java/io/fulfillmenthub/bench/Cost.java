package io.fulfillmenthub.bench;

import java.util.List;
import java.util.stream.Collectors;

/** One line of what an order costs. */
record Cost(String what, String figure) {

    static String table(List<Cost> costs) {
        return "| what | figure |\n|---|---:|\n"
                + costs.stream()
                        .map(cost -> "| " + cost.what() + " | " + cost.figure() + " |")
                        .collect(Collectors.joining("\n"));
    }
}
