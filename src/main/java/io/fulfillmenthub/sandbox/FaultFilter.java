package io.fulfillmenthub.sandbox;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/** Counts every call to the worlds and spoils those that a {@link Fault} waits for. */
final class FaultFilter extends OncePerRequestFilter {

    private static final String RESET = "reset";

    private final Faults faults;
    private final Calls calls;

    FaultFilter(Faults faults, Calls calls) {
        this.faults = faults;
        this.calls = calls;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Call call = Call.of(request.getMethod(), request.getRequestURI());
        Optional<Fault> fault = faults.next(call);
        if (fault.isPresent()) {
            calls.count(call, spoil(fault.get(), request, response, chain));
        } else {
            chain.doFilter(request, response);
            calls.count(call, Integer.toString(response.getStatus()));
        }
        calls.weigh(request.getContentLengthLong(), response.getHeader("Content-Length"));
    }

    private String spoil(Fault fault, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        return switch (fault.kind()) {
            case STATUS -> answer(fault, response);
            case STATUS_AFTER -> {
                execute(request, response, chain);
                yield answer(fault, response);
            }
            case RESET -> reset(request);
            case RESET_AFTER -> {
                execute(request, response, chain);
                yield reset(request);
            }
            case HANG -> {
                faults.pause(fault.delayMillis());
                yield reset(request);
            }
            case HANG_AFTER -> {
                execute(request, response, chain);
                faults.pause(fault.delayMillis());
                yield reset(request);
            }
            case LATENCY -> {
                faults.pause(fault.delayMillis());
                yield pass(request, response, chain);
            }
            case TRUNCATE -> truncate(request, response, chain);
            case HOLD -> {
                faults.hold();
                yield pass(request, response, chain);
            }
        };
    }

    private static String pass(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(request, response);
        return Integer.toString(response.getStatus());
    }

    private static void execute(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(request, new ContentCachingResponseWrapper(response));
        response.reset();
    }

    private static String answer(Fault fault, HttpServletResponse response) throws IOException {
        byte[] body = fault.body().getBytes(StandardCharsets.UTF_8);
        response.setStatus(fault.status());
        response.setContentType(fault.contentType());
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
        return Integer.toString(fault.status());
    }

    private static String truncate(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        ContentCachingResponseWrapper whole = new ContentCachingResponseWrapper(response);
        chain.doFilter(request, whole);
        byte[] body = whole.getContentAsByteArray();
        response.setContentLength(body.length);
        response.getOutputStream().write(body, 0, body.length / 2);
        response.flushBuffer();
        Connection.of(request).close();
        return "truncated";
    }

    private static String reset(HttpServletRequest request) {
        Connection.of(request).close();
        return RESET;
    }
}
