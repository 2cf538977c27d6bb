package io.fulfillmenthub;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What a PromQL expression asks for: the samples with the labels that select them, and the labels it groups by. */
final class PromQl {

    private static final Pattern TOKEN = Pattern.compile(
            "\"(?:[^\"\\\\]|\\\\.)*\"|\\[[^]]*]|[a-zA-Z_:][\\w:]*|\\d[\\w.]*|[=!]~|[=!<>]=|[{}()=]|\\S");
    private static final Set<String> GROUPING = Set.of("by", "without", "on", "ignoring", "group_left", "group_right");
    private static final Set<String> KEYWORDS = Set.of("and", "or", "unless", "bool", "offset");

    private final Map<String, Set<String>> samples = new LinkedHashMap<>();
    private final Set<String> grouping = new TreeSet<>();

    PromQl(String expression) {
        List<String> tokens =
                TOKEN.matcher(expression).results().map(MatchResult::group).toList();
        String selected = null;
        boolean selecting = false;
        boolean listing = false;
        for (int i = 0; i < tokens.size(); i++) {
            String token = tokens.get(i);
            String before = i == 0 ? "" : tokens.get(i - 1);
            String after = i + 1 == tokens.size() ? "" : tokens.get(i + 1);
            selecting = token.equals("{") || selecting && !token.equals("}");
            listing = token.equals("(") && GROUPING.contains(before) || listing && !token.equals(")");
            if (!token.matches("[a-zA-Z_:][\\w:]*")) {
                continue;
            }
            if (selecting) {
                samples.get(selected).add(token);
            } else if (listing) {
                grouping.add(token);
            } else if (!after.equals("(")
                    && !GROUPING.contains(after)
                    && !GROUPING.contains(token)
                    && !KEYWORDS.contains(token)) {
                selected = token;
                samples.computeIfAbsent(token, name -> new TreeSet<>());
            }
        }
    }

    /** @return the labels that select each sample, by the sample's name */
    Map<String, Set<String>> samples() {
        return samples;
    }

    Set<String> grouping() {
        return grouping;
    }
}
