package io.fulfillmenthub.console;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.annotation.web.configurers.SessionManagementConfigurer.SessionFixationConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.ExceptionMappingAuthenticationFailureHandler;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestHeaderRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** How users prove who they are: Basic for programs, a form or OpenID Connect for people; {@link AccessRules} say who may what. */
@Configuration(proxyBeanMethods = false)
class ConsoleSecurity {

    private static final String LOGIN = "/login";
    private static final String CONTENT_POLICY =
            "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
    private static final String DEVICES = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";
    private static final AuthenticationEntryPoint LOGIN_PAGE = new LoginUrlAuthenticationEntryPoint(LOGIN);
    /** By the whole path, whichever servlet answers: Hawtio brings one of its own. */
    private static final RequestMatcher PROGRAMS = new OrRequestMatcher(below("/api/**"), below("/actuator/**"));

    private static final RequestMatcher HTMX = new RequestHeaderRequestMatcher("HX-Request");

    @Bean
    @Order(1)
    @Profile("sandbox")
    SecurityFilterChain sandboxSecurity(HttpSecurity http) throws Exception {
        return stateless(http.securityMatcher("/sandbox/**"))
                .csrf(AbstractHttpConfigurer::disable)
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain apiSecurity(HttpSecurity http) throws Exception {
        return stateless(http.securityMatcher(PROGRAMS))
                .httpBasic(basic -> basic.realmName("Fulfillment Hub"))
                .csrf(csrf -> csrf.requireCsrfProtectionMatcher(ConsoleSecurity::writesFromAnotherSite))
                .authorizeHttpRequests(AccessRules::forPrograms)
                .build();
    }

    @Bean
    @Order(3)
    SecurityFilterChain pageSecurity(
            HttpSecurity http,
            ObjectProvider<ClientRegistrationRepository> providers,
            ObjectProvider<ConsoleAccess> access)
            throws Exception {
        HttpSessionRequestCache pagesOnly = new HttpSessionRequestCache();
        pagesOnly.setMatchingRequestParameterName(null);
        pagesOnly.setRequestMatcher(new NegatedRequestMatcher(HTMX));
        if (providers.getIfAvailable() != null) {
            RoleClaims roles = new RoleClaims(access.getIfUnique(() -> ConsoleAccess.USUAL));
            http.oauth2Login(login -> login.loginPage(LOGIN)
                    .failureUrl(LOGIN + "?provider")
                    .userInfoEndpoint(user -> user.userAuthoritiesMapper(roles)));
        }
        return guarded(http)
                .requestCache(cache -> cache.requestCache(pagesOnly))
                .exceptionHandling(problems -> problems.authenticationEntryPoint(ConsoleSecurity::sendToLogin))
                .sessionManagement(session -> session.sessionFixation(SessionFixationConfigurer::changeSessionId))
                .formLogin(login ->
                        login.loginPage(LOGIN).failureHandler(refusal()).permitAll())
                .logout(logout -> logout.logoutSuccessUrl(LOGIN + "?logout"))
                .authorizeHttpRequests(AccessRules::forPages)
                .build();
    }

    private static AuthenticationFailureHandler refusal() {
        ExceptionMappingAuthenticationFailureHandler handler = new ExceptionMappingAuthenticationFailureHandler();
        handler.setDefaultFailureUrl(LOGIN + "?error");
        handler.setExceptionMappings(Map.of(LockedException.class.getName(), LOGIN + "?wait"));
        return handler;
    }

    private static RequestMatcher below(String path) {
        return PathPatternRequestMatcher.withDefaults().matcher(path);
    }

    private static HttpSecurity stateless(HttpSecurity http) throws Exception {
        return guarded(http)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
    }

    private static HttpSecurity guarded(HttpSecurity http) throws Exception {
        return http.headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
                .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(policy -> policy.policy(DEVICES))
                .crossOriginOpenerPolicy(policy -> policy.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                .contentTypeOptions(Customizer.withDefaults()));
    }

    private static boolean writesFromAnotherSite(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        return "POST".equals(request.getMethod())
                && site != null
                && !site.equals("same-origin")
                && !site.equals("none");
    }

    static void sendToLogin(HttpServletRequest request, HttpServletResponse response, AuthenticationException problem)
            throws IOException, ServletException {
        if (HTMX.matches(request)) {
            response.setHeader("HX-Redirect", request.getContextPath() + LOGIN);
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        } else {
            LOGIN_PAGE.commence(request, response, problem);
        }
    }
}
