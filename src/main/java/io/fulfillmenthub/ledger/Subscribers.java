package io.fulfillmenthub.ledger;

import io.fulfillmenthub.order.Slot;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The subscribers as an operator sees them: who receives what, who is behind, and why. */
@Component
public class Subscribers {

    private static final String FIGURES = """
            select subscriber, count(*) filter (where state = 'PENDING') as pending,
                min(created_at) filter (where state = 'PENDING') as oldest_pending,
                count(*) filter (where state = 'DELIVERED') as delivered,
                max(updated_at) filter (where state = 'DELIVERED') as last_delivered,
                count(*) filter (where state = 'NEEDS_ATTENTION') as parked,
                (array_agg(note order by updated_at desc) filter (where note is not null))[1] as last_error
            from deliveries group by subscriber""";

    private final JdbcClient database;
    private final LedgerSettings settings;

    Subscribers(JdbcClient database, LedgerSettings settings) {
        this.database = database;
        this.settings = settings;
    }

    /** @return every subscriber that is configured or has hand-overs, by name */
    public List<SubscriberEntry> all() {
        List<SubscriberEntry> entries =
                new ArrayList<>(database.sql(FIGURES).query(this::entry).list());
        Set<String> silent = configured();
        entries.forEach(entry -> silent.remove(entry.name()));
        silent.forEach(name -> entries.add(SubscriberEntry.silent(name, slots(name))));
        entries.sort((one, other) -> one.name().compareTo(other.name()));
        return entries;
    }

    /** @return the names of all slots, each once, by name */
    public Set<String> configured() {
        Set<String> names = new TreeSet<>();
        settings.subscribers().values().forEach(names::addAll);
        return names;
    }

    private SubscriberEntry entry(ResultSet row, int number) throws SQLException {
        String name = row.getString("subscriber");
        return new SubscriberEntry(
                name,
                slots(name),
                row.getLong("pending"),
                OrderRows.instant(row, "oldest_pending"),
                row.getLong("delivered"),
                OrderRows.instant(row, "last_delivered"),
                row.getLong("parked"),
                row.getString("last_error"));
    }

    private List<String> slots(String name) {
        return Arrays.stream(Slot.values())
                .filter(slot -> settings.subscribers(slot).contains(name))
                .map(Slot::key)
                .toList();
    }
}
