package dev.toolverdicts.system.faults;

import static org.awaitility.Awaitility.await;

import dev.toolverdicts.system.Stack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Kills, stops and freezes processes of the running system and waits until the supervisor has put others in their
/// place.
final class Nemesis {

    private static final Duration REPLACED_WITHIN = Duration.ofSeconds(60);
    private static final Duration READY_WITHIN = Duration.ofMinutes(2);
    private static final List<String> WITHOUT_HEALTH = List.of("postgres", "kafka");

    private final Stack stack = Stack.running();
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();

    /// Kills all of them at once; returns when each has a new pid.
    void kill(List<String> processes) {
        replace(processes, ProcessHandle::destroyForcibly);
    }

    /// Asks them to end in good order; returns when each has a new pid.
    void terminate(List<String> processes) {
        replace(processes, ProcessHandle::destroy);
    }

    private void replace(List<String> processes, Consumer<ProcessHandle> end) {
        Map<String, Long> victims = new LinkedHashMap<>();
        processes.forEach(process -> victims.put(process, pid(process)));
        victims.values().forEach(pid -> ProcessHandle.of(pid).ifPresent(end));
        victims.forEach((process, pid) -> await("another " + process + " instead of pid " + pid)
                .atMost(REPLACED_WITHIN)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> pid(process) != pid));
    }

    /// Kills them and holds those that come in their place before they listen: their ports refuse until this is closed.
    /// A database is there so soon that it may hold connections open instead, and say nothing.
    Frozen keepDown(List<String> processes) {
        kill(processes);
        return freeze(processes);
    }

    /// The processes and all they have started stand still, with everything they hold.
    Frozen freeze(List<String> processes) {
        List<ProcessHandle> all = processes.stream()
                .map(process -> ProcessHandle.of(pid(process)).orElseThrow())
                .flatMap(parent -> Stream.concat(Stream.of(parent), parent.descendants()))
                .toList();
        signal("-STOP", all);
        return () -> signal("-CONT", all);
    }

    /// What stands still until it is woken.
    @FunctionalInterface
    interface Frozen extends AutoCloseable {
        @Override
        void close();
    }

    private static void signal(String signal, List<ProcessHandle> processes) {
        var command = new ArrayList<>(List.of("kill", signal));
        processes.stream()
                .filter(ProcessHandle::isAlive)
                .map(process -> Long.toString(process.pid()))
                .forEach(command::add);
        try {
            new ProcessBuilder(command).inheritIO().start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void awaitReady(List<String> processes) {
        processes.forEach(process -> await(process + " is ready again")
                .atMost(READY_WITHIN)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> isReady(process)));
    }

    long pid(String process) {
        return stack.process(process).path("pid").asLong();
    }

    boolean isReady(String process) throws InterruptedException {
        try {
            if (WITHOUT_HEALTH.contains(process)) {
                return isListening(stack.port(process));
            }
            URI health = URI.create("http://127.0.0.1:" + stack.port(process) + "/actuator/health/readiness");
            HttpRequest request = HttpRequest.newBuilder(health)
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean isListening(int port) throws IOException {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
            return true;
        }
    }
}
