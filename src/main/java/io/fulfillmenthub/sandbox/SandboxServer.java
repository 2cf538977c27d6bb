package io.fulfillmenthub.sandbox;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.Banner;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.http.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.DispatcherServletAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.HttpEncodingAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.ServletWebServerFactoryAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.WebMvcAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.error.ErrorMvcAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;

/** Both outside worlds as a program of their own, without the hub: the other side of tests and benchmarks. */
public final class SandboxServer implements AutoCloseable {

    private final ServletWebServerApplicationContext context;

    private SandboxServer(ServletWebServerApplicationContext context) {
        this.context = context;
    }

    /** Runs until the process ends; arguments are {@code --key=value}, the port is {@code --server.port}. */
    public static void main(String[] arguments) {
        Map<String, Object> properties = new LinkedHashMap<>();
        for (String argument : arguments) {
            String[] pair = argument.replaceFirst("^--", "").split("=", 2);
            properties.put(pair[0], pair.length == 2 ? pair[1] : "true");
        }
        start(8090, properties);
    }

    /**
     * Starts both worlds on the system clock.
     *
     * @param port where to listen, 0 for any free port
     * @param properties keys such as {@code sandbox.amazon.availability-lag}; they win over everything else
     */
    public static SandboxServer start(int port, Map<String, Object> properties) {
        return start(port, properties, Clock.systemUTC());
    }

    /** Starts both worlds on a given clock, so that a test decides what time it is. */
    public static SandboxServer start(int port, Map<String, Object> properties, Clock clock) {
        ConfigurableApplicationContext context = new SpringApplicationBuilder(Worlds.class)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .initializers(fresh -> fresh.getBeanFactory().registerSingleton("sandboxClock", clock))
                .run(arguments(port, properties));
        return new SandboxServer((ServletWebServerApplicationContext) context);
    }

    /** @return where the worlds listen, without a slash at the end; Amazon is under {@code /sandbox/amazon} */
    public String baseUrl() {
        return "http://localhost:" + context.getWebServer().getPort();
    }

    /** @return a piece of the running worlds, such as {@link AmazonWorld} or {@link Faults} */
    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.getBean(Faults.class).release();
        context.close();
    }

    private static String[] arguments(int port, Map<String, Object> properties) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("spring.config.name", "sandbox");
        all.put("spring.profiles.active", "sandbox");
        all.put("hub.enabled", false);
        all.put("spring.main.web-application-type", "servlet");
        all.put("server.port", port);
        all.put("server.shutdown", "immediate");
        all.putAll(properties);
        return all.entrySet().stream()
                .map(entry -> "--" + entry.getKey() + "=" + entry.getValue())
                .toArray(String[]::new);
    }

    @ComponentScan
    @ConfigurationPropertiesScan
    @ImportAutoConfiguration({
        ServletWebServerFactoryAutoConfiguration.class,
        DispatcherServletAutoConfiguration.class,
        WebMvcAutoConfiguration.class,
        HttpEncodingAutoConfiguration.class,
        HttpMessageConvertersAutoConfiguration.class,
        JacksonAutoConfiguration.class,
        ErrorMvcAutoConfiguration.class
    })
    static class Worlds {}
}
