package io.fulfillmenthub;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** A hub that nobody configured: it plays in its own sandbox, with a lively day and planted trouble. */
final class FirstRun implements AutoCloseable {

    private final ConfigurableApplicationContext hub;
    private final String url;

    private FirstRun(ConfigurableApplicationContext hub, String url) {
        this.hub = hub;
        this.url = url;
    }

    static FirstRun start() {
        int port = freePort();
        List<String> arguments = List.of(
                "--server.port=" + port,
                "--spring.datasource.url=" + TestDatabase.newUrl(),
                "--spring.datasource.username=postgres",
                "--spring.datasource.hikari.maximum-pool-size=12",
                "--spring.quartz.scheduler-name=first-run",
                "--camel.main.shutdown-timeout=2",
                "--spring.security.user.password=secret",
                "--hub.users[0].name=viewer",
                "--hub.users[0].role=viewer",
                "--hub.users[0].password=" + HubWorld.SECRET_HASHED,
                "--hub.data-directory=" + newFolder(),
                "--hub.poll.orders=PT0.5S",
                "--sandbox.amazon.availability-lag=PT0S",
                "--sandbox.day.seed=11");
        ConfigurableApplicationContext hub =
                new SpringApplicationBuilder(FulfillmentHub.class).run(arguments.toArray(String[]::new));
        return new FirstRun(hub, "http://127.0.0.1:" + port);
    }

    String url() {
        return url;
    }

    <T> T bean(Class<T> type) {
        return hub.getBean(type);
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path newFolder() {
        try {
            return Files.createTempDirectory(Files.createDirectories(Path.of("target")), "first-run")
                    .toAbsolutePath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        SpringApplication.exit(hub);
    }
}
