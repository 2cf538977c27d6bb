package io.fulfillmenthub.console;

import jakarta.servlet.DispatcherType;
import org.springframework.boot.actuate.autoconfigure.security.servlet.EndpointRequest;
import org.springframework.boot.actuate.health.HealthEndpoint;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;

/** Which role may call which address; what is not named is refused. */
final class AccessRules {

    private static final String[] OPEN_TO_ALL = {
        "/login", "/console.css", "/console.js", "/charts.js", "/favicon.svg", "/webjars/**"
    };
    private static final String[] PAGES_OF_ADMINS = {"/read-only/confirm", "/routes/**", "/settings/**"};
    private static final String[] CALLS_OF_ADMINS = {"/api/read-only/confirm", "/api/erasure", "/api/routes/**"};

    private AccessRules() {}

    static void forPages(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
        requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
                .permitAll()
                .requestMatchers(OPEN_TO_ALL)
                .permitAll();
        byMethod(requests, PAGES_OF_ADMINS);
    }

    static void forPrograms(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
        requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                .permitAll()
                .requestMatchers(EndpointRequest.to(HealthEndpoint.class))
                .permitAll()
                .requestMatchers(PushApi.PATH)
                .permitAll()
                .requestMatchers(EndpointRequest.to("prometheus"))
                .hasRole(Role.VIEWER.name())
                .requestMatchers(EndpointRequest.toAnyEndpoint().excludingLinks())
                .hasRole(Role.ADMIN.name());
        byMethod(requests, CALLS_OF_ADMINS);
    }

    private static void byMethod(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests,
            String... ofAdmins) {
        requests.requestMatchers(HttpMethod.GET)
                .hasRole(Role.VIEWER.name())
                .requestMatchers(HttpMethod.HEAD)
                .hasRole(Role.VIEWER.name())
                .requestMatchers(ofAdmins)
                .hasRole(Role.ADMIN.name())
                .requestMatchers(HttpMethod.POST)
                .hasRole(Role.OPERATOR.name())
                .anyRequest()
                .denyAll();
    }
}
