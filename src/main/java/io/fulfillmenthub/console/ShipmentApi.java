package io.fulfillmenthub.console;

import io.fulfillmenthub.ledger.NoticeEntry;
import io.fulfillmenthub.ledger.ShipmentNotices;
import io.fulfillmenthub.order.SellerAccounts;
import io.fulfillmenthub.order.ShipmentNotice;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/shipments}: where a warehouse hands over what it shipped, and asks what became of it. */
@RestController
@RequestMapping("/api/shipments")
class ShipmentApi {

    private final ShipmentNotices notices;
    private final SellerAccounts accounts;

    ShipmentApi(ShipmentNotices notices, SellerAccounts accounts) {
        this.notices = notices;
        this.accounts = accounts;
    }

    @PostMapping
    ResponseEntity<NoticeEntry> receive(@RequestBody ShipmentNotice notice) {
        notice.checked();
        boolean known =
                accounts.active().stream().anyMatch(account -> account.id().equals(notice.accountId()));
        if (!known) {
            throw new IllegalArgumentException("accountId is no active account: give the id of one in amazon.accounts");
        }
        return ResponseEntity.accepted().body(notices.receive(notice));
    }

    @GetMapping
    ResponseEntity<Object> find(@RequestParam String accountId, @RequestParam String shipmentId) {
        return notices.find(accountId, shipmentId)
                .<ResponseEntity<Object>>map(ResponseEntity::ok)
                .orElseGet(() -> error(HttpStatus.NOT_FOUND, "The hub was never told of this shipment"));
    }

    @ExceptionHandler
    ResponseEntity<Object> refused(IllegalArgumentException problem) {
        return error(HttpStatus.BAD_REQUEST, problem.getMessage());
    }

    @ExceptionHandler
    ResponseEntity<Object> unreadable(HttpMessageNotReadableException problem) {
        return error(HttpStatus.BAD_REQUEST, "The body is no shipment: give JSON as in docs/shipments.md");
    }

    private static ResponseEntity<Object> error(HttpStatus status, String sentence) {
        return ResponseEntity.status(status).body(Map.of("error", sentence));
    }
}
