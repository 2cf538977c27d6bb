package io.fulfillmenthub.check;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The parameters of a request to Commerce, decoded. */
record Query(Map<String, String> parameters) {

    static Query of(String encoded) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String pair : encoded.split("&")) {
            String[] parts = pair.split("=", 2);
            parameters.put(decoded(parts[0]), parts.length == 2 ? decoded(parts[1]) : "");
        }
        return new Query(parameters);
    }

    /** @return the values that search filters want of a field */
    List<String> filtered(String field) {
        return parameters.entrySet().stream()
                .filter(entry ->
                        entry.getKey().endsWith("[field]") && entry.getValue().equals(field))
                .map(entry -> entry.getKey().replace("[field]", ""))
                .flatMap(group -> "in".equals(parameters.get(group + "[condition_type]"))
                        ? Stream.of(parameters.get(group + "[value]").split(","))
                        : Stream.of(parameters.get(group + "[value]")))
                .toList();
    }

    /** @return the values of parameters whose names end so */
    List<String> ending(String end) {
        return parameters.entrySet().stream()
                .filter(entry -> entry.getKey().endsWith(end))
                .map(Map.Entry::getValue)
                .toList();
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
