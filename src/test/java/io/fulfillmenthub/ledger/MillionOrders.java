package io.fulfillmenthub.ledger;

import io.fulfillmenthub.order.Order;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.converter.json.Jackson2ObjectMapperBuilder;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A ledger as it looks after two years: its orders with their parcels, histories and errors, put in by a few statements. */
public final class MillionOrders {

    private static final List<String> FIRST =
            List.of("Olivia", "Noah", "Emma", "Liam", "Sofia", "Mateo", "Hannah", "Jonas", "Chloe", "Hugo");
    private static final List<String> LAST = List.of(
            "Smith",
            "Jones",
            "Garcia",
            "Brown",
            "Miller",
            "Schmidt",
            "Fischer",
            "Rossi",
            "Martin",
            "Novak",
            "Dubois",
            "Weber",
            "Wagner",
            "Becker",
            "Schulz",
            "Hoffmann",
            "Koch",
            "Bauer",
            "Richter",
            "Klein",
            "Wolf",
            "Neumann",
            "Bianchi",
            "Romano",
            "Colombo",
            "Ricci",
            "Marino",
            "Greco",
            "Bruno",
            "Gallo",
            "Bernard",
            "Petit",
            "Robert",
            "Durand",
            "Leroy",
            "Moreau",
            "Simon",
            "Laurent",
            "Lefevre",
            "Roux");
    private static final int MIDDLE_NAMES = 10;
    private static final int DOCUMENTS = 100;
    private static final String INDEXES =
            " from pg_indexes where tablename = 'orders' and indexname not in (select conname from pg_constraint)";

    private final Seal seal;
    private final BuyerIndex index;
    private final OrderDocuments documents;

    /** The way personal data is kept by the hub that is to read the ledger. */
    public MillionOrders(Seal seal, BuyerIndex index, OrderDocuments documents) {
        this.seal = seal;
        this.index = index;
        this.documents = documents;
    }

    /** The way a hub keeps personal data that has this one key. */
    public static MillionOrders sealedWith(SealingKey key) {
        Seal seal = new Seal(List.of(key));
        return new MillionOrders(
                seal,
                new BuyerIndex(List.of(key)),
                new JacksonOrderDocuments(Jackson2ObjectMapperBuilder.json().build(), seal));
    }

    /**
     * Fills a migrated, empty ledger and has PostgreSQL look at it.
     *
     * @param orders how many orders
     * @param recent what the newest orders consist of; older ones have no document any more
     */
    public void fill(JdbcClient ledger, int orders, Order recent) {
        buyers(ledger);
        ledger.sql("create table bench_documents (id int primary key, document text)")
                .update();
        IntStream.range(0, DOCUMENTS)
                .forEach(id -> ledger.sql("insert into bench_documents values (?, ?)")
                        .params(id, documents.seal(recent))
                        .update());
        List<String> indexes =
                ledger.sql("select indexdef" + INDEXES).query(String.class).list();
        ledger.sql("select 'drop index ' || indexname" + INDEXES)
                .query(String.class)
                .list()
                .forEach(drop -> ledger.sql(drop).update());
        Stream.of(script(orders).split(";\n"))
                .forEach(statement -> ledger.sql(statement).update());
        indexes.forEach(definition -> ledger.sql(definition).update());
        ledger.sql("vacuum analyze").update();
    }

    private void buyers(JdbcClient ledger) {
        ledger.sql("create table bench_buyers (id int generated always as identity primary key, sealed text,"
                        + " grams int[], email_token text, sealed_with text)")
                .update();
        names().forEach(name -> ledger.sql(
                        "insert into bench_buyers (sealed, grams, email_token, sealed_with)" + " values (?, ?, ?, ?)")
                .params(seal.seal(name), index.grams(name), index.emailToken(name + "@mail.invalid"), seal.keyId())
                .update());
    }

    private static Stream<String> names() {
        return IntStream.range(0, MIDDLE_NAMES)
                .mapToObj(i -> " " + (char) ('A' + i) + "a ")
                .flatMap(middle -> FIRST.stream().flatMap(first -> LAST.stream().map(last -> first + middle + last)));
    }

    private static String script(int orders) {
        try {
            return new ClassPathResource("bench/orders.sql")
                    .getContentAsString(StandardCharsets.UTF_8)
                    .replace("${orders}", String.valueOf(orders))
                    .replace("${buyers}", String.valueOf(names().count()))
                    .replace("${documents}", String.valueOf(DOCUMENTS));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
