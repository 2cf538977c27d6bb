package io.fulfillmenthub.console;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongSupplier;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/**
 * Makes guessing slow: after ten wrong passwords for a name from one address, that name must wait there, one second at first,
 * then twice as long each time, five minutes at most. Other addresses are not kept out, so nobody can lock a user out.
 */
class PatientLogin implements AuthenticationProvider {

    private static final int FREE = 10;
    private static final int MOST_REMEMBERED = 10_000;
    private static final long FIRST = Duration.ofSeconds(1).toNanos();
    private static final long LONGEST = Duration.ofMinutes(5).toNanos();

    private final AuthenticationProvider login;
    private final LongSupplier nanos;
    private final Map<String, Guesses> guesses = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Guesses> eldest) {
            return size() > MOST_REMEMBERED;
        }
    };

    /** @param nanos a clock that only counts */
    PatientLogin(AuthenticationProvider login, LongSupplier nanos) {
        this.login = login;
        this.nanos = nanos;
    }

    @Override
    public Authentication authenticate(Authentication given) {
        String who = who(given);
        if (waiting(who)) {
            throw new LockedException("Too many wrong passwords: wait a while");
        }
        try {
            Authentication known = login.authenticate(given);
            forget(who);
            return known;
        } catch (BadCredentialsException wrong) {
            count(who);
            throw wrong;
        }
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return login.supports(authentication);
    }

    private boolean waiting(String who) {
        synchronized (guesses) {
            Guesses before = guesses.get(who);
            return before != null && before.wrong >= FREE && nanos.getAsLong() - before.until < 0;
        }
    }

    private void forget(String who) {
        synchronized (guesses) {
            guesses.remove(who);
        }
    }

    private void count(String who) {
        synchronized (guesses) {
            Guesses before = guesses.remove(who);
            int wrong = before == null ? 1 : before.wrong + 1;
            int doublings = Math.max(0, Math.min(wrong - FREE, 20));
            guesses.put(who, new Guesses(wrong, nanos.getAsLong() + Math.min(FIRST << doublings, LONGEST)));
        }
    }

    private static String who(Authentication given) {
        String address =
                given.getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress() : "";
        return address + " " + String.valueOf(given.getName()).toLowerCase(Locale.ROOT);
    }

    private record Guesses(int wrong, long until) {}
}
