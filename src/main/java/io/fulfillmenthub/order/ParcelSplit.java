package io.fulfillmenthub.order;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which units travel in which parcel. Commerce does not say it when a shipment has several tracks, Amazon wants to know: the
 * units are dealt out one by one, so that no parcel is empty while there are units and none is counted twice.
 */
public final class ParcelSplit {

    private ParcelSplit() {}

    /**
     * Deals the units of a shipment out to its tracks.
     *
     * @param units units left, by Amazon order item id
     * @param tracks the number of tracks
     * @return units by Amazon order item id for each track; empty for tracks beyond the last unit
     */
    public static List<Map<String, Integer>> deal(Map<String, Integer> units, int tracks) {
        List<Map<String, Integer>> parcels = new ArrayList<>();
        for (int track = 0; track < tracks; track++) {
            parcels.add(new LinkedHashMap<>());
        }
        if (parcels.isEmpty()) {
            return parcels;
        }
        int next = 0;
        for (Map.Entry<String, Integer> item : new TreeMap<>(units).entrySet()) {
            for (int unit = 0; unit < item.getValue(); unit++) {
                parcels.get(next++ % tracks).merge(item.getKey(), 1, Integer::sum);
            }
        }
        return parcels;
    }

    /** @return all units for the first track, none for the others */
    static List<Map<String, Integer>> first(Map<String, Integer> units, int tracks) {
        List<Map<String, Integer>> parcels = new ArrayList<>();
        for (int track = 0; track < tracks; track++) {
            parcels.add(track == 0 ? Map.copyOf(units) : Map.of());
        }
        return parcels;
    }

    /** @return of each item the smaller number of units, without items of which nothing is left */
    public static Map<String, Integer> atMost(Map<String, Integer> units, Map<String, Integer> limit) {
        Map<String, Integer> both = new LinkedHashMap<>();
        units.forEach((item, count) -> both.put(item, Math.min(count, limit.getOrDefault(item, 0))));
        both.values().removeIf(count -> count <= 0);
        return both;
    }

    /**
     * Takes away what was dealt out before.
     *
     * @return units left, by Amazon order item id, without items of which nothing is left
     */
    public static Map<String, Integer> left(Map<String, Integer> units, List<Map<String, Integer>> dealt) {
        Map<String, Integer> left = new LinkedHashMap<>(units);
        dealt.forEach(parcel -> parcel.forEach((item, count) -> left.merge(item, -count, Integer::sum)));
        left.values().removeIf(count -> count <= 0);
        return left;
    }
}
