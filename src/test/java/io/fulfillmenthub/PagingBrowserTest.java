package io.fulfillmenthub;

import static org.assertj.core.api.Assertions.assertThat;

import io.fulfillmenthub.console.SampleOrder;
import io.fulfillmenthub.ledger.BuyerIndex;
import io.fulfillmenthub.ledger.MillionOrders;
import io.fulfillmenthub.ledger.OrderDocuments;
import io.fulfillmenthub.ledger.Seal;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A long list in a real browser; the same walk through a million orders is part of {@code ./mvnw -Pbench verify}. */
class PagingBrowserTest {

    private static final int ORDERS = 5000;

    @Test
    void aLongListIsPagedSortedAndLeftAtItsEnd() {
        Browser.requireInstalled();
        try (HubWorld world = HubWorld.start(Map.of("hub.poll.orders", "PT1H", "hub.poll.shipments", "PT1H"))) {
            new MillionOrders(world.bean(Seal.class), world.bean(BuyerIndex.class), world.bean(OrderDocuments.class))
                    .fill(world.ledger(), ORDERS, SampleOrder.WITH_TWO_ITEMS);
            try (Browser browser = Browser.start(world.hubUrl())) {
                new PagingWalk(browser, ORDERS).go();
                assertThat(browser.fits(".scroll"))
                        .as("every column is in view on a laptop")
                        .isTrue();
                browser.picture("orders-many");
            }
        }
    }
}
