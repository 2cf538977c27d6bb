package io.fulfillmenthub.bench;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A process of the benchmark, with what the system knows of its costs (Linux: {@code /proc}). */
final class MeasuredProcess implements AutoCloseable {

    private static final double TICKS_A_SECOND = 100;
    private static final int PATIENCE_SECONDS = 90;
    private static final int PARENT = 1;
    private static final int USER_TIME = 11;
    private static final int REAPED_SYSTEM_TIME = 14;
    private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");
    private static final Pattern MOST_RESIDENT = Pattern.compile("VmHWM:\\s+(\\d+) kB");
    private static final Set<Process> RUNNING = ConcurrentHashMap.newKeySet();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> RUNNING.forEach(Process::destroyForcibly)));
    }

    private final Process process;

    private MeasuredProcess(Process process) {
        this.process = process;
    }

    /** @param java the home of the JDK that runs it */
    static MeasuredProcess java(Path java, Path log, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(java.resolve("bin/java").toString()));
        command.addAll(arguments);
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .redirectInput(new File("/dev/null"))
                    .start();
            RUNNING.add(process);
            return new MeasuredProcess(process);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @return the class path of the tests */
    static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }

    boolean alive() {
        return process.isAlive();
    }

    long pid() {
        return process.pid();
    }

    /** Waits for its end. @return its exit code */
    int end() {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** @return processor time so far, in seconds */
    double cpuSeconds() {
        return cpuSeconds(pid());
    }

    /** @return resident memory now, in MB */
    double residentMegabytes() {
        return status(RESIDENT);
    }

    /** @return the most resident memory it ever had, in MB */
    double mostResidentMegabytes() {
        return status(MOST_RESIDENT);
    }

    /** @return processor time of a process, its children and those that have ended, in seconds */
    static double cpuSecondsOfFamily(long parent) {
        double children = 0;
        try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
            for (Path one : processes
                    .filter(path -> path.getFileName().toString().matches("\\d+"))
                    .toList()) {
                long pid = Long.parseLong(one.getFileName().toString());
                String[] fields = stat(pid);
                if (fields.length > 0 && Long.parseLong(fields[PARENT]) == parent) {
                    children += cpuSeconds(pid);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return children + cpuSeconds(parent);
    }

    private static double cpuSeconds(long pid) {
        String[] fields = stat(pid);
        double ticks = 0;
        for (int i = USER_TIME; fields.length > 0 && i <= REAPED_SYSTEM_TIME; i++) {
            ticks += Double.parseDouble(fields[i]);
        }
        return ticks / TICKS_A_SECOND;
    }

    /** @return the fields after the name, empty for a process that is gone */
    private static String[] stat(long pid) {
        try {
            String line = Files.readString(Path.of("/proc", String.valueOf(pid), "stat"));
            return line.substring(line.lastIndexOf(')') + 2).split(" ");
        } catch (NoSuchFileException gone) {
            return new String[0];
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private double status(Pattern pattern) {
        try {
            Matcher matcher = pattern.matcher(Files.readString(Path.of("/proc", String.valueOf(pid()), "status")));
            return matcher.find() ? Double.parseDouble(matcher.group(1)) / 1024 : 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        RUNNING.remove(process);
    }
}
