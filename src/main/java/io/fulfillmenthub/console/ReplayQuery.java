package io.fulfillmenthub.console;

import io.fulfillmenthub.ledger.Replay;
import java.util.List;
import java.util.Map;

/** What a request for a replay asks for. */
final class ReplayQuery {

    private enum What {
        ALL,
        PARKED
    }

    private ReplayQuery() {}

    /**
     * Reads {@code from}, {@code to} and {@code state} of the request.
     *
     * @throws BadParameterException when one cannot be read, or when nothing limits the replay
     */
    static Replay of(String subscriber, Map<String, List<String>> given) {
        Parameters parameters = new Parameters(given);
        boolean parked = parameters.one("state", What.class, What.ALL) == What.PARKED;
        Replay replay = new Replay(subscriber, parameters.from("from"), parameters.to("to"), parked);
        if (replay.from() == null && !parked) {
            throw new BadParameterException(
                    "from", "given, unless state is parked: the time of the first event to replay", "2026-01-31");
        }
        return replay;
    }
}
