package io.fulfillmenthub.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Profile;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The front door of the simulated shop's REST API: store code, route, permission, body, answer or refusal. */
@RestController
@Profile("sandbox")
class CommerceController {

    private static final String BASE = "/sandbox/commerce/rest/";
    private static final MediaType JSON = MediaType.parseMediaType("application/json;charset=utf-8");

    private final ObjectMapper json = new ObjectMapper();
    private final CommerceRouter router = new CommerceRouter();
    private final CommerceAccess access;
    private final CommerceSettings settings;

    CommerceController(List<CommerceRouter.Routes> parts, CommerceAccess access, CommerceSettings settings) {
        parts.forEach(part -> part.register(router));
        this.access = access;
        this.settings = settings;
    }

    @RequestMapping(BASE + "**")
    ResponseEntity<byte[]> serve(HttpServletRequest request) throws IOException {
        String accept = String.valueOf(request.getHeader("Accept"));
        try {
            JsonNode answer = answer(request);
            return accept.startsWith("text/html") ? html() : ok(answer);
        } catch (CommerceError e) {
            return refusal(e, accept);
        }
    }

    private JsonNode answer(HttpServletRequest request) throws IOException {
        List<String> path = path(request);
        String scope = path.get(0).equals("V1") ? "default" : path.remove(0);
        if (!settings.knowsScope(scope)) {
            throw CommerceError.badRequest("Specified request cannot be processed.");
        }
        Map<String, String> parameters = parameters(request.getQueryString());
        CommerceRouter.Match match = router.find(request.getMethod(), path.subList(1, path.size()))
                .filter(found -> path.get(0).equals("V1"))
                .orElseThrow(() -> CommerceError.of(404, "Request does not match any route."));
        access.check(request, parameters, match.permission());
        CommerceRequest call = new CommerceRequest(scope, match.variables(), parameters, body(request));
        JsonNode result = match.handler().handle(call);
        return parameters.containsKey("fields") ? CommerceProjection.of(parameters.get("fields"), result) : result;
    }

    private static List<String> path(HttpServletRequest request) {
        String rest = request.getRequestURI().substring(BASE.length() - 1);
        List<String> path = new ArrayList<>();
        Arrays.stream(rest.split("/"))
                .filter(segment -> !segment.isEmpty())
                .forEach(segment -> path.add(URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8)));
        if (path.size() < 2) {
            throw CommerceError.of(404, "Request does not match any route.");
        }
        return path;
    }

    static Map<String, String> parameters(String query) {
        Map<String, String> parameters = new LinkedHashMap<>();
        if (query != null) {
            for (String pair : query.split("&")) {
                int equals = pair.indexOf('=');
                String name = equals < 0 ? pair : pair.substring(0, equals);
                String value = equals < 0 ? "" : pair.substring(equals + 1);
                parameters.put(
                        URLDecoder.decode(name, StandardCharsets.UTF_8),
                        URLDecoder.decode(value, StandardCharsets.UTF_8));
            }
        }
        return parameters;
    }

    private JsonNode body(HttpServletRequest request) throws IOException {
        byte[] bytes = request.getInputStream().readAllBytes();
        if (bytes.length == 0) {
            return MissingNode.getInstance();
        }
        if (request.getContentType() == null) {
            throw CommerceError.badRequest("Content-Type header is empty.");
        }
        String type = request.getContentType().split(";")[0].trim();
        if (!type.equals(MediaType.APPLICATION_JSON_VALUE)) {
            throw CommerceError.badRequest("Server cannot understand Content-Type HTTP header media type " + type);
        }
        try {
            return json.readTree(bytes);
        } catch (JsonProcessingException e) {
            throw CommerceError.badRequest("Decoding error.");
        }
    }

    private ResponseEntity<byte[]> ok(JsonNode answer) throws IOException {
        return ResponseEntity.ok()
                .contentType(JSON)
                .header("Cache-Control", "no-store")
                .body(json.writeValueAsBytes(answer));
    }

    private ResponseEntity<byte[]> refusal(CommerceError error, String accept) throws IOException {
        if (accept.startsWith("text/html")) {
            return html();
        }
        if (accept.contains("xml")) {
            String xml = "<?xml version=\"1.0\"?>\n<response>\n  <message>" + xml(error.getMessage())
                    + "</message>\n</response>\n";
            return ResponseEntity.status(error.status())
                    .contentType(MediaType.APPLICATION_XML)
                    .body(xml.getBytes(StandardCharsets.UTF_8));
        }
        ObjectNode body = json.createObjectNode().put("message", error.getMessage());
        error.parameters().ifPresent(parameters -> body.set("parameters", parameters));
        return ResponseEntity.status(error.status()).contentType(JSON).body(json.writeValueAsBytes(body));
    }

    private static String xml(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static ResponseEntity<byte[]> html() {
        String page = "<!doctype html>\n<html><body><h1>There has been an error processing your request</h1></body>"
                + "</html>\n";
        return ResponseEntity.internalServerError()
                .contentType(MediaType.TEXT_HTML)
                .body(page.getBytes(StandardCharsets.UTF_8));
    }
}
