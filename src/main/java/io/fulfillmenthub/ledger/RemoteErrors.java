package io.fulfillmenthub.ledger;

import io.fulfillmenthub.order.CallTrail;
import io.fulfillmenthub.order.OrderKey;
import io.fulfillmenthub.order.RemoteFailure;
import io.fulfillmenthub.order.SellerAccounts;
import java.sql.Types;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The communication-error log: every refused or failed call to a remote side, without personal data. */
@Component
class RemoteErrors {

    private final JdbcClient jdbc;
    private final SellerAccounts accounts;

    RemoteErrors(JdbcClient jdbc, SellerAccounts accounts) {
        this.jdbc = jdbc;
        this.accounts = accounts;
    }

    /** @param key the order it was about, null for a poll */
    void add(RemoteFailure failure, OrderKey key) {
        String account = key == null ? failure.accountId() : key.accountId();
        jdbc.sql("""
                        insert into remote_errors
                            (side, account_id, region, amazon_order_id, operation, status, code, message, request_id, calls)
                        values (:side, :account, :region, :order, :operation, :status, :code, :message, :requestId,
                                :calls)""")
                .param("side", failure.side())
                .param("account", account)
                .param("region", accounts.region(account).orElse(null), Types.VARCHAR)
                .param("order", key == null ? null : key.amazonOrderId())
                .param("operation", failure.operation())
                .param("status", failure.status())
                .param("code", failure.code())
                .param("message", failure.message())
                .param("requestId", failure.requestId())
                .param("calls", Columns.calls(CallTrail.take()), Types.VARCHAR)
                .update();
    }
}
