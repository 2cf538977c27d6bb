package io.fulfillmenthub.ledger;

import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;

/** Due orders whose keys are announced by messages, so that many hubs share them; while none can be sent, each hub looks for itself. */
public class Announcements {

    /** The subscriber of every slot that puts events on a topic. */
    public static final String STREAM = "order-stream";

    private static final int AT_A_TIME = 100;

    /** Nothing of it has a meaning in PostgreSQL's text of an array. */
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9._-]+/[A-Za-z0-9-]+");

    private final Duration patience;
    private volatile boolean open;

    /** @param patience {@code hub.kafka.patience} */
    public Announcements(Duration patience) {
        this.patience = patience;
    }

    /** From now on orders are announced. */
    public void open() {
        open = true;
    }

    /** From now on nobody waits for a message. */
    public void close() {
        open = false;
    }

    /** @return whether messages can be sent */
    boolean isOpen() {
        return open;
    }

    /** @return for how many seconds a due order is left to the message that names it; read by the statements in {@code sql/} */
    public double patienceSeconds() {
        return open ? patience.toMillis() / 1000.0 : 0;
    }

    /** @return how many orders are announced at a time */
    public int share() {
        return open ? AT_A_TIME : 0;
    }

    /** @return the order that a row names, as {@code account/amazonOrderId} */
    public String key(Map<String, Object> row) {
        return row.get("account_id") + "/" + row.get("amazon_order_id");
    }

    /** @return whether a text may be the key of an order */
    public static boolean isKey(String text) {
        return text != null && KEY.matcher(text).matches();
    }
}
