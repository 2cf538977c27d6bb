package io.fulfillmenthub.sandbox;

import org.apache.catalina.connector.Connector;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** Lets the web server take what Magento's takes: brackets in a query, and an encoded slash in a SKU. */
@Configuration(proxyBeanMethods = false)
@Profile("sandbox")
@EnableConfigurationProperties(CommerceSettings.class)
class CommerceServer {

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> commerceConnector() {
        return factory -> factory.addConnectorCustomizers(CommerceServer::relax);
    }

    private static void relax(Connector connector) {
        connector.setProperty("relaxedQueryChars", "[]|{}^\\`\"<>");
        connector.setEncodedSolidusHandling("passthrough");
    }
}
