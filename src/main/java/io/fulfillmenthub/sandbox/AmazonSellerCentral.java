package io.fulfillmenthub.sandbox;

import java.net.URI;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;

/** The page of Seller Central on which a seller lets an application in, or lets it in again. */
@RestController
@RequestMapping(AmazonSellerCentral.PATH)
@Profile("sandbox")
class AmazonSellerCentral {

    static final String PATH = "/sandbox/seller-central";

    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="en">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark"><title>Sandbox: Seller Central</title>
            <link rel="stylesheet" href="/console.css"></head>
            <body class="alone"><main class="box">
            <h1>Seller Central</h1>
            <p class="lead">Simulated. Here sellers let the application of this hub in; the hub goes on at its next poll. Of the real
            Amazon the seller gets a new refresh token, which belongs into the hub’s settings.</p>
            <ul class="consents">%s</ul>
            <p><a href="/accounts">Back to the hub</a></p>
            </main></body>
            </html>
            """;
    private static final String AUTHORISED = "<li><strong>%1$s</strong> authorised</li>";
    private static final String WITHDRAWN = """
            <li><strong>%1$s</strong> took its consent back
            <form method="post" action="%2$s/%1$s/authorise"><button type="submit" class="main">Authorise %1$s</button></form></li>""";

    private final AmazonAccess access;

    AmazonSellerCentral(AmazonAccess access) {
        this.access = access;
    }

    @GetMapping(produces = MediaType.TEXT_HTML_VALUE + ";charset=UTF-8")
    String page() {
        return PAGE.formatted(access.partners().stream().map(this::entry).collect(Collectors.joining()));
    }

    @PostMapping("/{accountId}/authorise")
    ResponseEntity<Void> authorise(@PathVariable String accountId) {
        access.authorise(accountId);
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(PATH))
                .build();
    }

    private String entry(String accountId) {
        return (access.consents(accountId) ? AUTHORISED : WITHDRAWN).formatted(HtmlUtils.htmlEscape(accountId), PATH);
    }
}
