package io.fulfillmenthub.sandbox;

import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.Ordered;

/** Puts the fault filter in front of both worlds. */
@Configuration(proxyBeanMethods = false)
@Profile("sandbox")
class SandboxWeb {

    @Bean
    FilterRegistrationBean<FaultFilter> sandboxFaultFilter(Faults faults, Calls calls) {
        FilterRegistrationBean<FaultFilter> filter = new FilterRegistrationBean<>(new FaultFilter(faults, calls));
        filter.addUrlPatterns("/sandbox/amazon/*", "/sandbox/commerce/*");
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return filter;
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> sandboxConnections() {
        return factory -> factory.addEngineValves(new Connection.Valve());
    }
}
