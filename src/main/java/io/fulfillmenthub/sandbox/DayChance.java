package io.fulfillmenthub.sandbox;

import java.util.Random;
import java.util.SplittableRandom;

/** Chance that can be repeated: the same seed and subject always give the same numbers, after a restart as well. */
final class DayChance {

    private final long seed;

    DayChance(long seed) {
        this.seed = seed;
    }

    Random of(String subject, int number) {
        return new Random(number(subject, number));
    }

    long number(String subject, int number) {
        long mixed = new SplittableRandom(seed ^ subject.hashCode()).nextLong();
        return new SplittableRandom(mixed + number).nextLong();
    }
}
