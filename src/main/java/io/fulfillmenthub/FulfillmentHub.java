package io.fulfillmenthub;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The hub as a program: routes from {@code routes/}, everything else by Spring Boot's auto-configuration. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class FulfillmentHub {

    public static void main(String[] arguments) {
        SpringApplication.run(FulfillmentHub.class, arguments);
    }
}
