package io.fulfillmenthub.commerce;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Commerce's error message as a sentence: its %placeholders filled in, markup, personal data and excess length taken out. */
final class CommerceMessage {

    private static final int LONGEST = 300;
    private static final String CUT = "…";
    private static final Set<String> PUBLIC = Set.of("fieldName", "resources", "resource", "method", "status", "max");
    private static final String WORD_START = "(?iu)(?<![\\p{L}\\p{N}])";
    private static final String WORD_END = "(?![\\p{L}\\p{N}])";
    private static final Pattern EMAIL = Pattern.compile("[^\\s\"'<>]+@[^\\s\"'<>]+");
    private static final Pattern REPORT = Pattern.compile("Report ID: ?([\\w.-]+)");

    private final JsonNode body;
    private final List<String> personal;

    /**
     * @param body the answer, a missing node when it was no JSON
     * @param personal texts of the request that must not be repeated
     */
    CommerceMessage(JsonNode body, List<String> personal) {
        this.body = body;
        this.personal = personal;
    }

    /** @return whether Commerce itself answered, not something in front of it */
    boolean given() {
        return body.path("message").isTextual();
    }

    /** @return whether Commerce says that the thing asked for is not there, rather than that it has no such address */
    boolean absence() {
        return given() && !startsWith("Request does not match any route.");
    }

    /** @return the resources the access token lacks, or empty text */
    String resources() {
        return body.path("parameters").path("resources").asText("");
    }

    /** @return the number under which Commerce's own log explains a masked error, or empty text */
    String reportId() {
        Matcher matcher = REPORT.matcher(body.path("message").asText(""));
        return matcher.find() ? matcher.group(1) : "";
    }

    /** @return whether the message begins like this, before its placeholders are filled */
    boolean startsWith(String text) {
        return body.path("message").asText("").startsWith(text);
    }

    /** @return one line without personal data, at most 300 characters */
    String sentence() {
        String text = filled().replaceAll("<[^>]*>", " ");
        for (String secret : personal) {
            text = text.replaceAll(WORD_START + Pattern.quote(secret) + WORD_END, CUT);
        }
        text = EMAIL.matcher(text)
                .replaceAll(CUT)
                .replaceAll("[\\s\\p{Cntrl}]+", " ")
                .strip();
        return text.length() > LONGEST ? text.substring(0, LONGEST - 1) + CUT : text;
    }

    private String filled() {
        String text = body.path("message").asText("");
        JsonNode parameters = body.path("parameters");
        if (parameters.isArray()) {
            for (int i = parameters.size(); i > 0; i--) {
                text = text.replace("%" + i, parameters.get(i - 1).asText(""));
            }
            return text;
        }
        Iterator<Map.Entry<String, JsonNode>> fields = parameters.fields();
        while (fields.hasNext()) {
            Map.Entry<String, JsonNode> field = fields.next();
            text = text.replaceAll("%" + Pattern.quote(field.getKey()) + "\\b", Matcher.quoteReplacement(shown(field)));
        }
        return text;
    }

    /** A named value may be anything that was sent; with personal data about, only names of fields and resources are shown. */
    private String shown(Map.Entry<String, JsonNode> field) {
        return personal.isEmpty() || PUBLIC.contains(field.getKey())
                ? field.getValue().asText("")
                : CUT;
    }
}
