package io.fulfillmenthub.sandbox;

import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.DispatcherServletAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.ServletWebServerFactoryAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.WebMvcAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;

/** The simulated shop behind a real port, for tests. */
final class CommerceSandbox implements AutoCloseable {

    private final ConfigurableApplicationContext context;

    private CommerceSandbox(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** @param properties for example {@code sandbox.commerce.bearer-enabled=false} */
    static CommerceSandbox start(String... properties) {
        List<String> all = new ArrayList<>(List.of(properties));
        all.addAll(List.of(
                "spring.config.name=sandbox",
                "hub.enabled=false",
                "server.port=0",
                "spring.main.banner-mode=off",
                "logging.level.root=warn"));
        return new CommerceSandbox(new SpringApplicationBuilder(Application.class)
                .profiles("sandbox")
                .properties(all.toArray(String[]::new))
                .run());
    }

    CommerceClient client() {
        return new CommerceClient(base());
    }

    CommerceWorld world() {
        return context.getBean(CommerceWorld.class);
    }

    CommerceSettings settings() {
        return context.getBean(CommerceSettings.class);
    }

    @Override
    public void close() {
        context.close();
    }

    private String base() {
        int port = ((ServletWebServerApplicationContext) context).getWebServer().getPort();
        return "http://localhost:" + port;
    }

    @ComponentScan(
            excludeFilters =
                    @ComponentScan.Filter(
                            type = FilterType.REGEX,
                            pattern = "(?!io\\.fulfillmenthub\\.sandbox\\.Commerce).*"))
    @ImportAutoConfiguration({
        ServletWebServerFactoryAutoConfiguration.class,
        DispatcherServletAutoConfiguration.class,
        WebMvcAutoConfiguration.class
    })
    private static final class Application {}
}
