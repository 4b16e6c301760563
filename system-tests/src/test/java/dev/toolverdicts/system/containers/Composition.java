package dev.toolverdicts.system.containers;

import dev.toolverdicts.system.Command;
import dev.toolverdicts.system.FreePorts;
import dev.toolverdicts.system.Stack;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// The composition that the story is told to: a project of its own, at ports of its own, with volumes
/// that end with it.
final class Composition implements AutoCloseable {

    static final List<String> SERVICES =
            List.of("catalog-service", "review-service", "vote-service", "newsletter-service", "gateway", "identity");

    private static final int PORTS = 10;

    /// The images have no client for HTTP; their shell can open a connection.
    private static final String ASK = """
            exec 3<>/dev/tcp/127.0.0.1/8080
            printf 'GET %s HTTP/1.0\\r\\nHost: localhost\\r\\nAuthorization: Bearer %s\\r\\n\\r\\n' "$1" "$2" >&3
            cat <&3""";

    private final int mailboxPort;
    private final int identityPort;
    private final Command command;

    private Composition(int firstPort) {
        mailboxPort = firstPort + PORTS;
        identityPort = mailboxPort + 1;
        command = new Command(Map.of(
                "COMPOSE_FILE", "docker-compose.yml:system-tests/containers.yml",
                "COMPOSE_PROJECT_NAME", "tool-verdicts-story",
                "COMPOSE_PROFILES", "mail",
                "SITE_PUBLIC_URL", "http://localhost:" + firstPort,
                "GATEWAY_PORTS", firstPort + "-" + (firstPort + PORTS - 1),
                "MAILBOX_PORT", "" + mailboxPort,
                "IDENTITY_PORT", "" + identityPort));
    }

    /// With nothing left of an earlier one.
    static Composition fresh() {
        var composition = new Composition(FreePorts.inARow(PORTS + 2));
        composition.close();
        return composition;
    }

    /// Returns when every container is healthy.
    void up(String... scales) {
        var words = Stream.concat(
                Stream.of("up", "--detach", "--wait", "--wait-timeout", "300"),
                Stream.of(scales).flatMap(scale -> Stream.of("--scale", scale)));
        var _ = command.compose(words.toArray(String[]::new));
    }

    /// The containers of a service.
    List<String> copies(String service) {
        return command.compose("ps", "--all", "--quiet", service)
                .lines()
                .sorted()
                .toList();
    }

    /// The addresses of all gateways.
    List<String> doors() {
        return copies("gateway").stream()
                .map(copy -> inspect(copy, "{{(index (index .NetworkSettings.Ports \"8080/tcp\") 0).HostPort}}"))
                .map(port -> "http://127.0.0.1:" + port)
                .toList();
    }

    String mailbox() {
        return "http://127.0.0.1:" + mailboxPort;
    }

    /// Where people sign in.
    String identity() {
        return "http://localhost:" + identityPort;
    }

    /// Of everybody there.
    String password() {
        return command.says("cat", "compose/.secrets/identity-password");
    }

    String inspect(String copy, String format) {
        return command.says("docker", "inspect", "--format", format, copy);
    }

    String in(String copy, String... words) {
        return command.says(Stream.concat(Stream.of("docker", "exec", copy), Stream.of(words))
                .toArray(String[]::new));
    }

    /// All it has logged.
    String log(String copy) {
        return command.says("sh", "-c", "docker logs " + copy + " 2>&1");
    }

    void kill(String copy) {
        var _ = command.says("docker", "kill", "--signal", "KILL", copy);
    }

    void start(String copy) {
        var _ = command.says("docker", "start", copy);
    }

    String token(String... words) {
        return command.says(
                Stream.concat(Stream.of("compose/token"), Stream.of(words)).toArray(String[]::new));
    }

    /// How many votes a copy of vote-service has taken since it started.
    long taken(String copy, String operator) {
        return ask(copy, "/actuator/metrics/vote.append?tag=outcome:durable", operator)
                .path("measurements")
                .valueStream()
                .filter(measurement -> measurement.path("statistic").asString().equals("COUNT"))
                .mapToLong(measurement -> (long) measurement.path("value").asDouble())
                .sum();
    }

    /// What a copy answers to somebody with this token, not through the gateway.
    JsonNode ask(String copy, String path, String token) {
        String answer = in(copy, "bash", "-c", ASK, "ask", path, token);
        if (!answer.startsWith("HTTP/1.0 200") && !answer.startsWith("HTTP/1.1 200")) {
            throw new AssertionError(path + " answers " + answer);
        }
        return Stack.JSON.readTree(answer.substring(answer.indexOf('{')));
    }

    /// As an operator stops it.
    void stop() {
        var _ = command.compose("stop");
    }

    /// Keeps the logs, and nothing else.
    @Override
    public void close() {
        var _ = command.says("sh", "-c", "docker compose logs --no-color >system-tests/target/containers.log 2>&1");
        var _ = command.compose("down", "--volumes", "--timeout", "5");
    }
}
