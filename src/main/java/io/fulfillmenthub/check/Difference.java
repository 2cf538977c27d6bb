package io.fulfillmenthub.check;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;

/** What was taken from a list and what was added to it, by the longest common subsequence. */
final class Difference {

    private Difference() {}

    /**
     * A place in one or both lists.
     *
     * @param before null for what was added
     * @param after null for what was taken away
     */
    record Step<T>(T before, T after) {

        boolean common() {
            return before != null && after != null;
        }
    }

    /** @param key what two elements must have in common to be the same */
    static <T> List<Step<T>> of(List<T> before, List<T> after, Function<T, ?> key) {
        int[][] lengths = new int[before.size() + 1][after.size() + 1];
        for (int i = 1; i <= before.size(); i++) {
            for (int j = 1; j <= after.size(); j++) {
                lengths[i][j] = same(before, i, after, j, key)
                        ? lengths[i - 1][j - 1] + 1
                        : Math.max(lengths[i - 1][j], lengths[i][j - 1]);
            }
        }
        return steps(before, after, key, lengths);
    }

    private static <T> List<Step<T>> steps(List<T> before, List<T> after, Function<T, ?> key, int[][] lengths) {
        List<Step<T>> steps = new ArrayList<>();
        int i = before.size();
        int j = after.size();
        while (i > 0 || j > 0) {
            if (i > 0 && j > 0 && same(before, i, after, j, key)) {
                steps.add(new Step<>(before.get(--i), after.get(--j)));
            } else if (j > 0 && (i == 0 || lengths[i][j - 1] >= lengths[i - 1][j])) {
                steps.add(new Step<>(null, after.get(--j)));
            } else {
                steps.add(new Step<>(before.get(--i), null));
            }
        }
        Collections.reverse(steps);
        return steps;
    }

    private static <T> boolean same(List<T> before, int i, List<T> after, int j, Function<T, ?> key) {
        return key.apply(before.get(i - 1)).equals(key.apply(after.get(j - 1)));
    }
}
