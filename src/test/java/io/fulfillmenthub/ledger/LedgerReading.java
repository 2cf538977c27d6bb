package io.fulfillmenthub.ledger;

import org.springframework.context.annotation.Import;

/** The reading side of the ledger and the operator's actions, without the parts that do the work. */
@Import({
    OrderBook.class,
    ErrorLog.class,
    OrderRows.class,
    BuyerSearch.class,
    TestKeys.class,
    OperatorActions.class,
    JacksonOrderDocuments.class,
    LedgerFigures.class,
    LaneReport.class,
    LedgerRows.class
})
public class LedgerReading {}
