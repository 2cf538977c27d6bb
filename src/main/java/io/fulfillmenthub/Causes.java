package io.fulfillmenthub;

import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** What lies beneath a failure of the start. */
final class Causes {

    private static final String OWN = Causes.class.getPackageName() + ".";

    private Causes() {}

    /** @return the outermost cause of that type, the failure itself included */
    static <T extends Throwable> Optional<T> find(Throwable failure, Class<T> type) {
        return chain(failure).filter(type::isInstance).map(type::cast).findFirst();
    }

    /** @return the sentence of a refusal by the hub's own code, such as a settings record's */
    static Optional<String> ownWords(Throwable failure) {
        return chain(failure)
                .filter(Causes::refusal)
                .filter(cause ->
                        cause.getMessage() != null && !cause.getMessage().equals(String.valueOf(cause.getCause())))
                .filter(cause -> cause.getStackTrace().length > 0
                        && cause.getStackTrace()[0].getClassName().startsWith(OWN))
                .map(cause -> cause.getMessage().endsWith(".") ? cause.getMessage() : cause.getMessage() + ".")
                .findFirst();
    }

    /** @return whether any cause says so */
    static boolean says(Throwable failure, String words) {
        return messages(failure).anyMatch(message -> message.contains(words));
    }

    /** @return what the causes say, from the outermost on */
    static Stream<String> messages(Throwable failure) {
        return chain(failure).map(Throwable::getMessage).filter(Objects::nonNull);
    }

    private static boolean refusal(Throwable cause) {
        return cause instanceof IllegalArgumentException
                || cause instanceof IllegalStateException
                || cause instanceof UncheckedIOException;
    }

    private static Stream<Throwable> chain(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause).limit(100);
    }
}
