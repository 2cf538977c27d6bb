package io.fulfillmenthub.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.springframework.context.annotation.Profile;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Amazon's Feeds API of version 2021-06-30, as far as order acknowledgements need it. */
@RestController
@RequestMapping("/sandbox/amazon")
@Profile("sandbox")
class AmazonFeedsApi {

    private static final String TOKEN = "x-amz-access-token";
    private static final String API = "/feeds/2021-06-30";
    private static final String SIGNED = "?X-Amz-Expires=300&X-Amz-Signature=sandbox%2Fsigned";

    private final AmazonGate gate;
    private final AmazonFeeds feeds;
    private final ObjectMapper json;

    AmazonFeedsApi(AmazonGate gate, AmazonFeeds feeds, ObjectMapper json) {
        this.gate = gate;
        this.feeds = feeds;
        this.json = json;
    }

    @PostMapping(API + "/documents")
    ResponseEntity<JsonNode> createDocument(@RequestHeader(name = TOKEN, required = false) String token) {
        return gate.call(
                AmazonOperation.CREATE_FEED_DOCUMENT, token, account -> Optional.of(document(feeds.newDocument())));
    }

    @GetMapping(API + "/documents/{id}")
    ResponseEntity<JsonNode> document(
            @RequestHeader(name = TOKEN, required = false) String token, @PathVariable String id) {
        return gate.call(AmazonOperation.GET_FEED_DOCUMENT, token, account -> Optional.of(document(id)));
    }

    @PutMapping("/feed-documents/{id}")
    ResponseEntity<Void> upload(@PathVariable String id, @RequestBody byte[] content) {
        return feeds.upload(id, content)
                ? ResponseEntity.ok().build()
                : ResponseEntity.status(403).build();
    }

    @GetMapping("/feed-documents/{id}")
    ResponseEntity<byte[]> download(@PathVariable String id) {
        return feeds.content(id)
                .map(content ->
                        ResponseEntity.ok().contentType(MediaType.TEXT_XML).body(content))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    @PostMapping(API + "/feeds")
    ResponseEntity<JsonNode> createFeed(
            @RequestHeader(name = TOKEN, required = false) String token, @RequestBody ObjectNode body) {
        return gate.call(
                AmazonOperation.CREATE_FEED,
                token,
                account -> Optional.of(json.createObjectNode().put("feedId", feeds.create(account, body))));
    }

    @GetMapping(API + "/feeds")
    ResponseEntity<JsonNode> feeds(@RequestHeader(name = TOKEN, required = false) String token) {
        return gate.call(AmazonOperation.GET_FEEDS, token, account -> {
            ObjectNode answer = json.createObjectNode();
            feeds.of(account).forEach(answer.putArray("feeds")::add);
            return Optional.of(answer);
        });
    }

    @GetMapping(API + "/feeds/{id}")
    ResponseEntity<JsonNode> feed(
            @RequestHeader(name = TOKEN, required = false) String token, @PathVariable String id) {
        return gate.call(AmazonOperation.GET_FEED, token, account -> Optional.of(feeds.progress(account, id)));
    }

    private ObjectNode document(String id) {
        String url = ServletUriComponentsBuilder.fromCurrentContextPath()
                        .path("/sandbox/amazon/feed-documents/" + id)
                        .toUriString()
                + SIGNED;
        return json.createObjectNode().put("feedDocumentId", id).put("url", url);
    }
}
