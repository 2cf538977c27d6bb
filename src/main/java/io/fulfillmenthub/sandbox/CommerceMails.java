package io.fulfillmenthub.sandbox;

import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeMap;

/** How many mails the simulated shop has sent, by what they were about; no mail is really sent. */
final class CommerceMails {

    private static final String KIND = "commerce-mail";

    private final Journal journal;
    private final Map<String, Integer> counts = new TreeMap<>();

    CommerceMails(Journal journal) {
        this.journal = journal;
        reset();
        journal.read(KIND).forEach((subject, count) -> counts.put(subject, count.asInt()));
    }

    /** @param subject order, customer, shipment, invoice or creditmemo */
    synchronized void send(String subject) {
        journal.write(KIND, subject, IntNode.valueOf(counts.merge(subject, 1, Integer::sum)));
    }

    synchronized ObjectNode counts() {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        counts.forEach(answer::put);
        return answer;
    }

    synchronized void clear() {
        counts.clear();
        reset();
    }

    private void reset() {
        for (String subject : new String[] {"order", "customer", "shipment", "invoice", "creditmemo"}) {
            counts.put(subject, 0);
        }
    }
}
