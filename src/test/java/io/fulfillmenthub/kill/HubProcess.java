package io.fulfillmenthub.kill;

import io.fulfillmenthub.FulfillmentHub;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** The hub in a JVM of its own, which can be killed like any process. */
final class HubProcess {

    private static final Set<Process> RUNNING = ConcurrentHashMap.newKeySet();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> RUNNING.forEach(Process::destroyForcibly)));
    }

    private final String name;
    private final Process process;

    private HubProcess(String name, Process process) {
        this.name = name;
        this.process = process;
    }

    /** @param name what the hub's database sessions are called */
    static HubProcess start(String name, String[] arguments, Path log, String... flags) {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto", "-Xmx256m"));
        command.addAll(List.of(flags));
        command.addAll(List.of("-cp", classPath(), FulfillmentHub.class.getName()));
        command.addAll(List.of(arguments));
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .redirectInput(new File("/dev/null"))
                    .start();
            RUNNING.add(process);
            return new HubProcess(name, process);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String name() {
        return name;
    }

    long pid() {
        return process.pid();
    }

    boolean alive() {
        return process.isAlive();
    }

    /** Stops it by SIGSTOP wherever it is: it does nothing, and notices nothing of the time that passes. */
    void freeze() {
        signal("STOP");
    }

    /** Lets it go on by SIGCONT. */
    void thaw() {
        signal("CONT");
    }

    /** Asks it to stop by SIGTERM. */
    void terminate() {
        process.destroy();
    }

    /** Waits until it is gone. @return whether it went in time */
    boolean gone(Duration most) {
        try {
            boolean gone = process.waitFor(most.toMillis(), TimeUnit.MILLISECONDS);
            if (gone) {
                RUNNING.remove(process);
            }
            return gone;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void signal(String signal) {
        try {
            int answer = new ProcessBuilder("kill", "-" + signal, String.valueOf(process.pid()))
                    .inheritIO()
                    .start()
                    .waitFor();
            if (answer != 0) {
                throw new IllegalStateException("kill -" + signal + " answers " + answer);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Kills it by SIGKILL and waits until the system has buried it. */
    void kill() {
        process.destroyForcibly();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                throw new IllegalStateException("A killed hub lives on");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        RUNNING.remove(process);
    }

    private static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }
}
