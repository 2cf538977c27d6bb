package io.fulfillmenthub;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What one scrape of {@code /actuator/prometheus} tells: every metric with its type and its labels. */
final class Scrape {

    private static final Pattern SAMPLE = Pattern.compile("^([a-zA-Z_:][\\w:]*)(?:\\{(.*)})? \\S+$");
    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"(?:[^\"\\\\]|\\\\.)*\"");
    private static final List<String> PARTS = List.of("_count", "_sum", "_bucket");

    private final String text;
    private final Map<String, String> types = new TreeMap<>();
    private final Map<String, Set<String>> labels = new TreeMap<>();

    Scrape(String text) {
        this.text = text;
        text.lines().forEach(this::read);
    }

    private void read(String line) {
        if (line.startsWith("# TYPE ")) {
            String[] words = line.split(" ");
            types.put(words[2], words[3]);
        }
        Matcher sample = SAMPLE.matcher(line);
        if (sample.matches()) {
            Set<String> names = labels.computeIfAbsent(sample.group(1), name -> new TreeSet<>());
            if (sample.group(2) != null) {
                LABEL.matcher(sample.group(2)).results().forEach(label -> names.add(label.group(1)));
            }
        }
    }

    /** @return the names of the families, such as {@code hub_remote_calls_seconds}, with their types */
    Map<String, String> types() {
        return types;
    }

    /** @return every label that any sample of that name has; empty for an unknown name */
    Set<String> labels(String sample) {
        return labels.getOrDefault(sample, Set.of());
    }

    /** @return the labels of a family, without the one that only tells its buckets apart */
    Set<String> labelsOfFamily(String family) {
        Set<String> all = new TreeSet<>(labels(family));
        PARTS.forEach(part -> all.addAll(labels(family + part)));
        if (!"gauge".equals(types.get(family))) {
            all.removeAll(Arrays.asList("le", "quantile"));
        }
        return all;
    }

    /** @return the names that an expression may use */
    Set<String> samples() {
        return labels.keySet();
    }

    /** @return the value of the one sample that begins so */
    double value(String beginning) {
        return text.lines()
                .filter(line -> line.startsWith(beginning))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no sample " + beginning));
    }
}
