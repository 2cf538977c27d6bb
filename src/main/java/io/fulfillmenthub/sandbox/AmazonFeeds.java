package io.fulfillmenthub.sandbox;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Amazon's feeds of order acknowledgements: a feed is worked on when it is asked for the second time. */
@Component
@Profile("sandbox")
public class AmazonFeeds {

    private static final Pattern ORDER = Pattern.compile("<AmazonOrderID>([^<]+)</AmazonOrderID>");
    private static final Pattern REASON = Pattern.compile("<CancelReason>([A-Za-z]+)</CancelReason>");

    private final AmazonWorld world;
    private final AtomicInteger ids = new AtomicInteger(50_000);
    private final Map<String, byte[]> documents = new LinkedHashMap<>();
    private final Map<String, ObjectNode> feeds = new LinkedHashMap<>();
    private final Map<String, String> owners = new LinkedHashMap<>();

    AmazonFeeds(AmazonWorld world) {
        this.world = world;
    }

    /** @return the uploaded text of every feed, oldest first */
    public synchronized List<String> submitted() {
        return feeds.values().stream()
                .map(feed -> documents.get(feed.path("inputFeedDocumentId").asText()))
                .map(content -> new String(content, StandardCharsets.UTF_8))
                .toList();
    }

    synchronized String newDocument() {
        String id = "amzn1.tortuga.4.na." + ids.incrementAndGet();
        documents.put(id, new byte[0]);
        return id;
    }

    synchronized boolean upload(String id, byte[] content) {
        return documents.computeIfPresent(id, (same, empty) -> content) != null;
    }

    synchronized Optional<byte[]> content(String id) {
        return Optional.ofNullable(documents.get(id));
    }

    synchronized String create(SandboxSettings.Account account, ObjectNode request) {
        String document = request.path("inputFeedDocumentId").asText();
        if (!"POST_ORDER_ACKNOWLEDGEMENT_DATA".equals(request.path("feedType").asText())
                || documents.getOrDefault(document, new byte[0]).length == 0) {
            throw AmazonRefusal.invalid("The feed type or its document is invalid.", "inputFeedDocumentId " + document);
        }
        String id = String.valueOf(ids.incrementAndGet());
        feeds.put(
                id,
                JsonNodeFactory.instance
                        .objectNode()
                        .put("feedId", id)
                        .put("feedType", request.path("feedType").asText())
                        .put("inputFeedDocumentId", document)
                        .put("processingStatus", "IN_QUEUE"));
        owners.put(id, account.id());
        return id;
    }

    synchronized List<ObjectNode> of(SandboxSettings.Account account) {
        List<ObjectNode> found = new ArrayList<>();
        feeds.forEach((id, feed) -> {
            if (account.id().equals(owners.get(id))) {
                found.add(0, shown(feed));
            }
        });
        return found;
    }

    synchronized ObjectNode progress(SandboxSettings.Account account, String id) {
        ObjectNode feed = feeds.get(id);
        if (feed == null || !account.id().equals(owners.get(id))) {
            throw AmazonRefusal.invalid("The feed does not exist.", "feedId " + id);
        }
        if ("IN_QUEUE".equals(feed.path("processingStatus").asText())) {
            feed.put("processingStatus", "IN_PROGRESS");
        } else if (!feed.has("resultFeedDocumentId")) {
            String result = newDocument();
            documents.put(result, work(account, feed).getBytes(StandardCharsets.UTF_8));
            feed.put("processingStatus", "DONE").put("resultFeedDocumentId", result);
        }
        return shown(feed);
    }

    private static ObjectNode shown(ObjectNode feed) {
        return feed.deepCopy().without("inputFeedDocumentId");
    }

    private String work(SandboxSettings.Account account, ObjectNode feed) {
        String text = new String(documents.get(feed.path("inputFeedDocumentId").asText()), StandardCharsets.UTF_8);
        Matcher order = ORDER.matcher(text);
        Matcher reason = REASON.matcher(text);
        if (!order.find() || !reason.find()) {
            return report("5000", "XML Parsing Error: an order and a reason are required.");
        }
        boolean open = world.find(order.group(1))
                .filter(found -> account.marketplaceIds().contains(AmazonView.marketplaceOf(found)))
                .filter(found -> AmazonStatus.of(found) == AmazonStatus.UNSHIPPED)
                .isPresent();
        if (!open) {
            return report("18028", "The order cannot be cancelled: it is unknown, shipped or cancelled.");
        }
        world.update(order.group(1), found -> AmazonChange.cancel(found, "MERCHANT", reason.group(1)));
        return report(null, null);
    }

    private static String report(String code, String description) {
        String result = code == null
                ? ""
                : "<Result><MessageID>1</MessageID><ResultCode>Error</ResultCode><ResultMessageCode>" + code
                        + "</ResultMessageCode><ResultDescription>" + description + "</ResultDescription></Result>";
        int errors = code == null ? 0 : 1;
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><AmazonEnvelope><MessageType>ProcessingReport</MessageType>"
                + "<Message><MessageID>1</MessageID><ProcessingReport><StatusCode>Complete</StatusCode>"
                + "<ProcessingSummary><MessagesProcessed>1</MessagesProcessed><MessagesSuccessful>" + (1 - errors)
                + "</MessagesSuccessful><MessagesWithError>" + errors + "</MessagesWithError></ProcessingSummary>"
                + result + "</ProcessingReport></Message></AmazonEnvelope>";
    }
}
