package io.fulfillmenthub.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

class PatientLoginTest {

    private long now;
    private final PatientLogin login = new PatientLogin(new RightOrWrong(), () -> now);

    @Test
    void makesAGuesserWaitLongerAndLonger() {
        guess(10);
        assertThatThrownBy(() -> tryIt("right", "10.0.0.1")).isInstanceOf(LockedException.class);
        pass(Duration.ofSeconds(1));
        assertThatThrownBy(() -> tryIt("wrong", "10.0.0.1")).isInstanceOf(BadCredentialsException.class);
        pass(Duration.ofSeconds(1));
        assertThatThrownBy(() -> tryIt("right", "10.0.0.1")).isInstanceOf(LockedException.class);
        pass(Duration.ofSeconds(1));
        assertThat(tryIt("right", "10.0.0.1").isAuthenticated()).isTrue();
    }

    @Test
    void waitsFiveMinutesAtMost() {
        guess(10);
        for (int i = 0; i < 40; i++) {
            pass(Duration.ofMinutes(5));
            assertThatThrownBy(() -> tryIt("wrong", "10.0.0.1")).isInstanceOf(BadCredentialsException.class);
        }
        pass(Duration.ofMinutes(5));
        assertThat(tryIt("right", "10.0.0.1").isAuthenticated()).isTrue();
    }

    @Test
    void keepsNobodyOutWhoComesFromElsewhere() {
        guess(50);
        assertThat(tryIt("right", "10.0.0.2").isAuthenticated()).isTrue();
    }

    private void guess(int times) {
        for (int i = 0; i < times; i++) {
            assertThatThrownBy(() -> tryIt("wrong", "10.0.0.1")).isNotNull();
        }
    }

    private void pass(Duration time) {
        now += time.toNanos();
    }

    private Authentication tryIt(String password, String address) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setRemoteAddr(address);
        UsernamePasswordAuthenticationToken given = new UsernamePasswordAuthenticationToken("jo", password);
        given.setDetails(new WebAuthenticationDetails(request));
        return login.authenticate(given);
    }

    private static final class RightOrWrong implements AuthenticationProvider {

        @Override
        public Authentication authenticate(Authentication given) {
            if (!"right".equals(given.getCredentials())) {
                throw new BadCredentialsException("wrong");
            }
            return UsernamePasswordAuthenticationToken.authenticated("jo", null, Role.VIEWER.authorities());
        }

        @Override
        public boolean supports(Class<?> authentication) {
            return true;
        }
    }
}
