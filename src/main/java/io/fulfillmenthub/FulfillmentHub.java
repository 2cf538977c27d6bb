package io.fulfillmenthub;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/** The hub as a program: routes from {@code routes/}, everything else by Spring Boot's auto-configuration. */
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
@ConfigurationPropertiesScan
public class FulfillmentHub {

    public static void main(String[] arguments) throws IOException {
        if (CheckRoutes.wanted(arguments)) {
            PrintWriter report = new PrintWriter(new FileOutputStream(FileDescriptor.out), true);
            System.exit(CheckRoutes.run(report, arguments));
        }
        SpringApplication.run(FulfillmentHub.class, arguments);
    }
}
