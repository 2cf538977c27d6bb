package io.fulfillmenthub.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fulfillmenthub.order.Order;
import io.fulfillmenthub.order.OrderImport;
import io.fulfillmenthub.order.ReasonCode;
import io.fulfillmenthub.order.RejectedException;
import io.fulfillmenthub.order.Slot;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The subscribers of {@code order-received}: asked one after the other before an order is created, each may add or refuse. */
@Component("orderReceivers")
public class OrderReceivers {

    private static final int LONGEST_TEXT = 300;

    private final LedgerSettings settings;
    private final CanonicalJson canonical;
    private final ObjectMapper json;

    OrderReceivers(LedgerSettings settings, CanonicalJson canonical, ObjectMapper json) {
        this.settings = settings;
        this.canonical = canonical;
        this.json = json;
    }

    /** @return whether there is one to ask */
    public boolean any() {
        return !settings.subscribers(Slot.ORDER_RECEIVED).isEmpty();
    }

    /** @return the name of the one to ask first, {@code nobody} when there is none; read once, when the routes are made */
    public String first() {
        return settings.subscribers(Slot.ORDER_RECEIVED).stream().findFirst().orElse("nobody");
    }

    /** @return the canonical order as the subscriber receives it, with what earlier ones added; JSON */
    public String canonicalOrder(OrderImport order) {
        return canonical.write(order.order());
    }

    /**
     * Takes in what a subscriber left in body and headers: {@code HubVeto} refuses the order, {@code HubNote} is added to the
     * comment in Commerce, {@code HubEnriched: true} takes the changed order from the body.
     *
     * @throws RejectedException on a veto, or when the body that was to be taken is not this order
     */
    public OrderImport answered(OrderImport order, String subscriber, Object body, Map<String, Object> headers) {
        String veto = text(headers.get("HubVeto"));
        if (!veto.isEmpty()) {
            throw new RejectedException(ReasonCode.VETOED, "Refused by " + subscriber + ": " + veto);
        }
        OrderImport known = Boolean.parseBoolean(String.valueOf(headers.get("HubEnriched")))
                ? order.enriched(read(order, subscriber, String.valueOf(body)))
                : order;
        return known.withRemark(text(headers.get("HubNote")));
    }

    private Order read(OrderImport order, String subscriber, String body) {
        try {
            Order enriched = json.readValue(body, Order.class);
            if (order.key().equals(enriched.key())) {
                return enriched;
            }
        } catch (JsonProcessingException e) {
            throw refusal(subscriber);
        }
        throw refusal(subscriber);
    }

    private static RejectedException refusal(String subscriber) {
        return new RejectedException(
                ReasonCode.SUBSCRIBER_FAILED,
                "The subscriber " + subscriber
                        + " set HubEnriched but left no canonical form of this order in the body");
    }

    private static String text(Object header) {
        String text = header == null
                ? ""
                : String.valueOf(header).replaceAll("\\p{Cntrl}+", " ").strip();
        return text.substring(0, Math.min(text.length(), LONGEST_TEXT));
    }
}
