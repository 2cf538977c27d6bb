package io.fulfillmenthub.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpSession;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class EndedSessionTest {

    private final EndedSession filter = new EndedSession();
    private final MockHttpServletResponse response = new MockHttpServletResponse();

    @Test
    void aLiveRefreshThatALogoutOvertakesGoesToTheLogin() throws Exception {
        MockHttpServletRequest request = request();
        request.addHeader("HX-Request", "true");
        filter.doFilter(request, response, loggedOutDuring());
        assertThat(response.getStatus()).isEqualTo(401);
        assertThat(response.getHeader("HX-Redirect")).isEqualTo("/login");
    }

    @Test
    void soDoesAPage() throws Exception {
        filter.doFilter(request(), response, loggedOutDuring());
        assertThat(response.getRedirectedUrl()).endsWith("/login");
    }

    @Test
    void aFailureOfTheHubStaysOne() {
        MockHttpServletRequest request = request();
        request.setRequestedSessionIdValid(true);
        assertThatThrownBy(() -> filter.doFilter(request, response, (asked, answer) -> {
                    throw new ServletException(new IllegalStateException("broken"));
                }))
                .isInstanceOf(ServletException.class);
    }

    /** The session ends between two of its readings. */
    private static FilterChain loggedOutDuring() {
        return (request, response) -> {
            MockHttpServletRequest asked = (MockHttpServletRequest) request;
            HttpSession session = asked.getSession();
            session.invalidate();
            asked.setRequestedSessionIdValid(false);
            session.getAttribute("anything");
        };
    }

    private static MockHttpServletRequest request() {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/orders/live");
        request.setRequestedSessionId("a-session");
        return request;
    }
}
