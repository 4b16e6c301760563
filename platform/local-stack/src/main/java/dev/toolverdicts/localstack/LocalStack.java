package dev.toolverdicts.localstack;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/// The whole system without containers, and the map of it: what runs, on which port, and what each is told.
public final class LocalStack {

    private static final List<String> SERVICES =
            List.of("catalog-service", "review-service", "vote-service", "newsletter-service", "gateway");
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofMillis(500))
            .build();

    private final Path home;
    private final Options options;
    private final DataFolder data;
    private final Ports ports = new Ports();
    private final StackFile file;
    private final Supervisor supervisor;

    private LocalStack(Path home, Options options, DataFolder data) {
        this.home = home;
        this.options = options;
        this.data = data;
        this.file = new StackFile(data, url());
        this.supervisor = new Supervisor(this::describe, line -> System.out.println("  " + line));
    }

    public static void main(String[] args) throws Exception {
        Path home = Path.of(System.getProperty("project.home", "."))
                .toAbsolutePath()
                .normalize();
        try {
            Options options = Options.parse(home, args);
            switch (options.words().isEmpty() ? "start" : options.words().getFirst()) {
                case "start" -> start(home, options);
                case "prepare" -> prepare(home);
                case "token" -> System.out.println(token(options));
                default -> throw new Refused(Options.USAGE);
            }
        } catch (Refused refused) {
            System.err.println(refused.getMessage());
            System.exit(1);
        }
    }

    /// The one thing that belongs to building: unpacked jars with their AOT caches.
    private static void prepare(Path home) throws IOException {
        for (String service : SERVICES) {
            if (Package.of(home, service).prepare()) {
                System.out.println("  " + service + " prepared");
            }
        }
    }

    private static String token(Options options) throws IOException {
        if (options.words().size() != 2) {
            throw new Refused(Options.USAGE);
        }
        DataFolder data = DataFolder.open(options.data());
        if (!data.has("issuer")) {
            throw new Refused(
                    "no system has been started in " + options.data() + "; run ./start, or name it with --data DIR");
        }
        return Identity.of(data, data.read("issuer"))
                .token(options.words().get(1), options.critic(), options.subject());
    }

    private static void start(Path home, Options options) throws Exception {
        DataFolder data = DataFolder.open(options.data());
        if (!data.lock()) {
            String url = data.has("stack.json")
                    ? Json.MAPPER.readTree(data.read("stack.json")).path("url").asString()
                    : "another address";
            System.out.println("Tool Verdicts is already running at " + url);
            return;
        }
        List<String> orphans = Orphans.end(data);
        if (!orphans.isEmpty()) {
            System.out.println("  ended what an earlier start left behind: " + String.join(", ", orphans));
        }
        if (!Ports.isFree(options.port())) {
            throw new Refused("port %d is taken; choose another with --port N".formatted(options.port()));
        }
        new LocalStack(home, options, data).run();
    }

    private void run() throws Exception {
        var shutdown = new Thread(this::stop, "shutdown");
        Runtime.getRuntime().addShutdownHook(shutdown);
        try {
            up();
        } catch (CompletionException e) {
            throw e.getCause() instanceof Refused refused ? refused : e;
        }
        System.out.println("Tool Verdicts is ready at " + url());
        System.out.flush();
        String failure = supervisor.awaitFailure();
        System.err.println(failure);
        System.exit(1);
    }

    private void up() throws IOException, SQLException {
        int identityPort = ports.usualOrFree(9000);
        Identity identity = Identity.of(data, "http://127.0.0.1:" + identityPort);
        identity.serve(identityPort);
        data.write("issuer", identity.issuer() + "\n");
        file.addFixed(Map.of("name", "identity", "port", identityPort));

        int smtpPort = ports.usualOrFree(1025);
        int mailPort = ports.usualOrFree(8025);
        new Mailbox(smtpPort).serve(mailPort);
        file.addFixed(Map.of("name", "mailbox", "port", smtpPort, "httpPort", mailPort));

        var postgres = new Postgres(data, ports.usualOrFree(5432));
        var kafka = new Kafka(data, ports.usualOrFree(9092), ports.free(), options.full());
        kafka.prepare();
        postgres.prepare();
        CompletableFuture.allOf(supervisor.start(postgres.unit()), supervisor.start(kafka.unit()))
                .join();
        for (String database : List.of("catalog", "review", "vote", "newsletter")) {
            postgres.createDatabase(database);
        }

        var common = new HashMap<String, String>();
        common.put("SPRING_KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:" + kafka.unit().port());
        common.put("SITE_PUBLIC_URL", url());
        common.put("SPRING_SECURITY_OAUTH2_RESOURCESERVER_JWT_ISSUER_URI", identity.issuer());
        common.put(
                "SPRING_SECURITY_OAUTH2_RESOURCESERVER_JWT_JWK_SET_URI", identity.issuer() + "/.well-known/jwks.json");

        int catalog = ports.usualOrFree(8081);
        int review = ports.usualOrFree(8082);
        int vote = ports.usualOrFree(8083);
        int newsletter = ports.usualOrFree(8084);
        String voteUrl = "http://127.0.0.1:" + vote;
        CompletableFuture.allOf(
                        service(
                                "catalog-service",
                                catalog,
                                common,
                                database(postgres, "catalog"),
                                Map.of("VOTE_QUERY_URL", voteUrl)),
                        service("review-service", review, common, database(postgres, "review"), Map.of()),
                        service(
                                "vote-service",
                                vote,
                                common,
                                database(postgres, "vote"),
                                Map.of("VOTE_SECRET", data.secret("vote"))),
                        service(
                                "newsletter-service",
                                newsletter,
                                common,
                                database(postgres, "newsletter"),
                                Map.of(
                                        "SPRING_MAIL_HOST",
                                        "127.0.0.1",
                                        "SPRING_MAIL_PORT",
                                        Integer.toString(smtpPort))),
                        service(
                                "gateway",
                                options.port(),
                                common,
                                Map.of(),
                                Map.of(
                                        "CATALOG_SERVICE_URLS", "http://127.0.0.1:" + catalog,
                                        "REVIEW_SERVICE_URLS", "http://127.0.0.1:" + review,
                                        "VOTE_ACCEPT_URLS", voteUrl,
                                        "VOTE_QUERY_URLS", voteUrl,
                                        "NEWSLETTER_SERVICE_URLS", "http://127.0.0.1:" + newsletter)))
                .join();
        if (!options.empty() && !data.has("sample-data-loaded")) {
            new SampleData(url(), identity).load();
            data.write("sample-data-loaded", "1\n");
        }
    }

    private Map<String, String> database(Postgres postgres, String name) throws IOException {
        return Map.of(
                "SPRING_DATASOURCE_URL", postgres.url(name),
                "SPRING_DATASOURCE_USERNAME", name,
                "SPRING_DATASOURCE_PASSWORD", data.secret(name + "-database"));
    }

    private CompletableFuture<Void> service(
            String name, int port, Map<String, String> common, Map<String, String> database, Map<String, String> own) {
        Package unpacked = Package.of(home, name);
        return supervisor.start(Unit.of(
                name,
                port,
                data.logs().resolve(name + ".log"),
                () -> {
                    var builder = new ProcessBuilder(unpacked.command(data, options.full()));
                    builder.environment().putAll(common);
                    builder.environment().putAll(database);
                    builder.environment().putAll(own);
                    builder.environment().put("SERVER_PORT", Integer.toString(port));
                    return builder;
                },
                () -> isReady(port)));
    }

    private static boolean isReady(int port) {
        try {
            return HTTP.send(
                                    HttpRequest.newBuilder(URI.create(
                                                    "http://127.0.0.1:%d/actuator/health/readiness".formatted(port)))
                                            .timeout(Duration.ofSeconds(2))
                                            .build(),
                                    HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void describe() {
        file.write(supervisor.pids());
    }

    private void stop() {
        supervisor.stop();
        file.remove();
    }

    private String url() {
        return "http://localhost:" + options.port();
    }
}
