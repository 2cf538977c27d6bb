package io.fulfillmenthub.console;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** A page that is still being made when its user logs out elsewhere ends at the login: that is no failure of the hub. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class EndedSession extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (IllegalStateException | ServletException e) {
            if (!endedMeanwhile(request, e)) {
                throw e;
            }
            if (!response.isCommitted()) {
                response.reset();
                ConsoleSecurity.sendToLogin(request, response, null);
            }
        }
    }

    private static boolean endedMeanwhile(HttpServletRequest request, Exception problem) {
        return request.getRequestedSessionId() != null
                && !request.isRequestedSessionIdValid()
                && (problem instanceof IllegalStateException || root(problem) instanceof IllegalStateException);
    }

    private static Throwable root(Throwable problem) {
        Throwable root = problem;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }
}
