package io.fulfillmenthub.amazon;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fulfillmenthub.amazon.AmazonSettings.Account;
import io.fulfillmenthub.order.DueCancellation;
import io.fulfillmenthub.order.FeedReport;
import io.fulfillmenthub.order.ReasonCode;
import io.fulfillmenthub.order.RejectedException;
import io.fulfillmenthub.order.RetryableException;
import io.fulfillmenthub.order.Work;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Bean {@code amazonFeeds}: cancellations by the Feeds API 2021-06-30, the only public way to cancel an order. */
public class AmazonFeeds {

    private static final String API = "/feeds/2021-06-30/";
    private static final Duration CLOCKS_APART = Duration.ofMinutes(2);

    private final ObjectMapper json = new ObjectMapper();
    private final AmazonSettings settings;

    AmazonFeeds(AmazonSettings settings) {
        this.settings = settings;
    }

    /** @return the request for a place to upload the feed to */
    public AmazonCall documentCall(DueCancellation due) {
        ObjectNode body = json.createObjectNode().put("contentType", AcknowledgementFeed.CONTENT_TYPE);
        return post(AmazonOperation.CREATE_FEED_DOCUMENT, due, due, "documents", body);
    }

    /** @return the upload; its address is secret and tells everything, so no token goes with it */
    public AmazonCall uploadCall(AmazonCall created) {
        DueCancellation due = (DueCancellation) created.question();
        FeedStep step = new FeedStep(due, field(created, "feedDocumentId"), null);
        URI url = URI.create(field(created, "url"));
        return new AmazonCall(
                AmazonOperation.UPLOAD_FEED,
                created.accountId(),
                step,
                "PUT",
                bare(url),
                url.getRawQuery(),
                AcknowledgementFeed.CONTENT_TYPE,
                AcknowledgementFeed.of(due),
                null,
                null);
    }

    /**
     * Asks for the feed once its document is there.
     *
     * @throws RetryableException when the upload was refused
     */
    public AmazonCall createCall(AmazonCall uploaded) {
        if (!uploaded.answer().successful()) {
            throw new RetryableException(
                    "The upload of the feed was refused", AmazonFailures.failure(uploaded), (Throwable) null);
        }
        FeedStep step = (FeedStep) uploaded.question();
        ObjectNode body = json.createObjectNode().put("feedType", AcknowledgementFeed.TYPE);
        body.putArray("marketplaceIds").add(marketplace(step.due()));
        body.put("inputFeedDocumentId", step.documentId());
        return post(AmazonOperation.CREATE_FEED, step.due(), step.due(), "feeds", body);
    }

    /** @return the cancellation with its feed */
    public DueCancellation submitted(AmazonCall created) {
        return ((DueCancellation) created.question()).submitted(field(created, "feedId"));
    }

    /** @return the question for feeds of the time at which a submission got no clear answer */
    public AmazonCall searchCall(DueCancellation due) {
        String since = URLEncoder.encode(due.begunAt().minus(CLOCKS_APART).toString(), StandardCharsets.UTF_8);
        String query = "feedTypes=" + AcknowledgementFeed.TYPE + "&pageSize=100&createdSince=" + since;
        return get(AmazonOperation.GET_FEEDS, due, due, "feeds", query);
    }

    /** @return the ids of those feeds, the newest first */
    public List<String> found(AmazonCall answered) {
        List<String> ids = new ArrayList<>();
        if (answered.answer().json() != null) {
            answered.answer()
                    .json()
                    .path("feeds")
                    .forEach(feed -> ids.add(feed.path("feedId").asText()));
        }
        return ids;
    }

    /** @return the question how far the feed is */
    public AmazonCall feedCall(DueCancellation due) {
        return get(AmazonOperation.GET_FEED, due, due, "feeds/" + due.feedId(), null);
    }

    /** @return how far the feed is */
    public FeedReport report(AmazonCall answered) {
        JsonNode document = answered.answer().json().path("resultFeedDocumentId");
        return new FeedReport(
                (DueCancellation) answered.question(),
                field(answered, "processingStatus"),
                document.asText(null),
                null);
    }

    /** @return the question where the result is */
    public AmazonCall resultCall(FeedReport report) {
        FeedStep step = new FeedStep(report.due(), report.documentId(), report);
        return get(AmazonOperation.GET_FEED_DOCUMENT, report.due(), step, "documents/" + report.documentId(), null);
    }

    /** @return the download of the result */
    public AmazonCall downloadCall(AmazonCall answered) {
        URI url = URI.create(field(answered, "url"));
        return AmazonCall.get(
                AmazonOperation.DOWNLOAD_FEED, answered.accountId(), answered.question(), bare(url), url.getRawQuery());
    }

    /**
     * Reads the result.
     *
     * @throws RetryableException when it is not what Amazon documents
     */
    public FeedReport read(AmazonCall download, byte[] content) {
        FeedReport report = ((FeedStep) download.question()).report();
        try {
            return report.read(AcknowledgementFeed.error(content == null ? new byte[0] : content)
                    .map(AmazonFailures::shortened)
                    .orElse(null));
        } catch (IOException e) {
            throw new RetryableException("The result of the feed cannot be read: " + e.getMessage(), null, e);
        }
    }

    /** Says what a broken download means. @throws RetryableException always */
    public void unreachable(AmazonCall download, Exception cause) {
        throw new RetryableException("The result of the feed cannot be loaded", null, cause);
    }

    private AmazonCall post(
            AmazonOperation operation, DueCancellation due, Work question, String path, ObjectNode body) {
        Account account = settings.account(due.key().accountId());
        return AmazonCall.post(
                operation, account.id(), question, account.url(API + path), "application/json", body.toString());
    }

    private AmazonCall get(AmazonOperation operation, DueCancellation due, Object question, String path, String query) {
        Account account = settings.account(due.key().accountId());
        return AmazonCall.get(operation, account.id(), question, account.url(API + path), query);
    }

    private static URI bare(URI url) {
        return URI.create(url.toString().replaceFirst("\\?.*", ""));
    }

    private static String marketplace(DueCancellation due) {
        if (due.order().marketplaceId() == null) {
            throw new RejectedException(
                    ReasonCode.AMAZON_REFUSED, "The order has no marketplace, which Amazon requires");
        }
        return due.order().marketplaceId();
    }

    private static String field(AmazonCall call, String name) {
        String text = call.answer().json() == null
                ? ""
                : call.answer().json().path(name).asText("");
        if (text.isBlank()) {
            throw AmazonFailures.uncertain(call, AmazonFailures.failure(call), null);
        }
        return text;
    }
}
