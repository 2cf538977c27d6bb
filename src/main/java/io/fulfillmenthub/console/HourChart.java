package io.fulfillmenthub.console;

import io.fulfillmenthub.ledger.Throughput.Hour;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/**
 * The last day as bars, two for each hour; a picture for eyes, next to a table with the same numbers.
 *
 * @param hours the hours, oldest first
 */
record HourChart(List<Hour> hours) {

    /** The picture's size in its own units; the page scales it. */
    public static final int WIDTH = 720;

    /** The height of the highest bar. */
    public static final int HEIGHT = 160;

    private static final int BAR = 11;
    private static final int SLOT = WIDTH / 24;
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm").withZone(ZoneOffset.UTC);

    /**
     * One bar.
     *
     * @param kind imported or shipped, its CSS class
     * @param x its left edge
     * @param y its upper edge
     * @param height its height
     * @param label what it says when pointed at
     */
    record Bar(String kind, int x, int y, int height, String label) {}

    public List<Bar> bars() {
        List<Bar> bars = new ArrayList<>();
        for (int i = 0; i < hours.size(); i++) {
            Hour hour = hours.get(i);
            bars.add(bar("imported", i * SLOT + 3, hour.imported(), hour));
            bars.add(bar("shipped", i * SLOT + 4 + BAR, hour.shipped(), hour));
        }
        return bars;
    }

    private Bar bar(String kind, int x, long size, Hour hour) {
        int height = size == 0 ? 0 : (int) Math.max(2, Math.round((double) HEIGHT * size / top()));
        return new Bar(kind, x, HEIGHT - height, height, clock(hour) + " UTC: " + size + " " + kind);
    }

    /** @return every fourth hour with its place, for the axis */
    public List<Bar> marks() {
        List<Bar> marks = new ArrayList<>();
        for (int i = 0; i < hours.size(); i += 4) {
            marks.add(new Bar("mark", i * SLOT + 3, HEIGHT, 0, clock(hours.get(i))));
        }
        return marks;
    }

    /** @return the size of the highest bar, at least 1 */
    public long top() {
        return hours.stream()
                .mapToLong(hour -> Math.max(hour.imported(), hour.shipped()))
                .reduce(1, Math::max);
    }

    public long imported() {
        return hours.stream().mapToLong(Hour::imported).sum();
    }

    public long shipped() {
        return hours.stream().mapToLong(Hour::shipped).sum();
    }

    public String clock(Hour hour) {
        return CLOCK.format(hour.start());
    }
}
