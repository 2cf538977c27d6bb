package io.fulfillmenthub.console;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.autoconfigure.actuate.observability.AutoConfigureObservability;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;

/** A test of the console over HTTP; all of them share one context and one database. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = ConsoleContext.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "hub.enabled=false",
            "spring.config.location=optional:classpath:/none.yaml",
            "spring.security.user.password=correct horse",
            "spring.security.oauth2.client.registration.company.client-id=hub",
            "spring.security.oauth2.client.registration.company.client-name=Company",
            "spring.security.oauth2.client.registration.company.scope=openid",
            "spring.security.oauth2.client.registration.company.authorization-grant-type=authorization_code",
            "spring.security.oauth2.client.registration.company.redirect-uri={baseUrl}/login/oauth2/code/{registrationId}",
            "spring.security.oauth2.client.provider.company.authorization-uri=https://id.example.com/authorize",
            "spring.security.oauth2.client.provider.company.token-uri=https://id.example.com/token",
            "spring.security.oauth2.client.provider.company.jwk-set-uri=https://id.example.com/keys",
            "management.endpoints.web.exposure.include=health,prometheus",
            "management.endpoint.health.show-details=when-authorized",
            "management.endpoint.health.probes.enabled=true",
            "management.endpoint.health.group.readiness.include=readinessState,db"
        })
@AutoConfigureMockMvc
@AutoConfigureObservability(tracing = false)
@interface ConsoleTest {}
