package io.fulfillmenthub;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/** The hub as a program: routes from {@code routes/}, everything else by Spring Boot's auto-configuration. */
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
@ConfigurationPropertiesScan
public class FulfillmentHub {

    public static void main(String[] arguments) {
        SpringApplication.run(FulfillmentHub.class, arguments);
    }
}
