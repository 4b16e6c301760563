package dev.toolverdicts.localstack;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// The whole system without containers, and the map of it: what runs, on which port, and what each part is told.
final class LocalStack {

    static final List<String> SERVICES =
            List.of("catalog-service", "review-service", "vote-service", "newsletter-service", "gateway");

    private final Path home;
    private final Options options;
    private final DataFolder data;
    private final Ports ports;
    private final String url;
    private final Consumer<String> say;
    private final StackFile file;
    private final Supervisor supervisor;

    /// @param home the checkout, with every service built
    /// @param data a folder that this process has taken
    /// @param ports of which the door's is taken
    LocalStack(Path home, Options options, DataFolder data, Ports ports, Consumer<String> say) {
        this.home = home;
        this.options = options;
        this.data = data;
        this.ports = ports;
        this.say = say;
        this.url = "http://localhost:" + options.port();
        this.file = new StackFile(data, url);
        this.supervisor = new Supervisor(file::write, say);
    }

    String url() {
        return url;
    }

    /// Returns when everything is ready.
    ///
    /// @throws Refused when something cannot be started, with what to do about it
    void start() throws IOException, SQLException, InterruptedException {
        var postgres = new Postgres(data, ports.usualOrFree(5432));
        var kafka = new Kafka(data, ports.usualOrFree(9092), ports.usualOrFree(9093), options.optimised());
        int identity = ports.usualOrFree(9000);
        int smtp = ports.usualOrFree(1025);
        int mails = ports.usualOrFree(8025);
        int catalog = ports.usualOrFree(8081);
        int review = ports.usualOrFree(8082);
        int vote = ports.usualOrFree(8083);
        int newsletter = ports.usualOrFree(8084);
        Identity issuer = Identity.of(data, identity);

        var pairing = new LogPairing(data);
        pairing.check();
        postgres.prepare();
        kafka.prepare();
        pairing.remember();
        supervisor.start(
                postgres.unit(), kafka.unit(), IdentityProvider.unit(data, identity), Mailbox.unit(data, smtp, mails));

        Map<String, String> common = Map.of(
                "SITE_PUBLIC_URL", url,
                "SPRING_KAFKA_BOOTSTRAP_SERVERS", kafka.address(),
                "SPRING_SECURITY_OAUTH2_RESOURCESERVER_JWT_ISSUER_URI", issuer.issuer(),
                "SPRING_SECURITY_OAUTH2_RESOURCESERVER_JWT_JWK_SET_URI", issuer.keySetAddress());
        supervisor.start(
                service("catalog-service", catalog)
                        .with(common)
                        .with(postgres.database("catalog"))
                        .with(Map.of("VOTE_QUERY_URL", at(vote)))
                        .unit(),
                service("review-service", review)
                        .with(common)
                        .with(postgres.database("review"))
                        .unit(),
                service("vote-service", vote)
                        .with(common)
                        .with(postgres.database("vote"))
                        .with(Map.of("VOTE_SECRET", data.secret("vote")))
                        .unit(),
                service("newsletter-service", newsletter)
                        .with(common)
                        .with(postgres.database("newsletter"))
                        .with(Map.of("SPRING_MAIL_HOST", "127.0.0.1", "SPRING_MAIL_PORT", "" + smtp))
                        .unit(),
                service("gateway", options.port())
                        .with(common)
                        .with(Map.of(
                                "CATALOG_SERVICE_URLS", at(catalog),
                                "REVIEW_SERVICE_URLS", at(review),
                                "VOTE_ACCEPT_URLS", at(vote),
                                "VOTE_QUERY_URLS", at(vote),
                                "NEWSLETTER_SERVICE_URLS", at(newsletter)))
                        .unit());

        loadSamples(issuer);
    }

    private void loadSamples(Identity issuer) throws IOException, InterruptedException {
        if (!options.empty() && !data.has("sample-data-loaded")) {
            new SampleData(url, issuer.token("editor", null, "sample-data")).load(say);
            data.write("sample-data-loaded", "");
        }
    }

    /// Returns when the system cannot go on, with the reason.
    String awaitFailure() {
        return supervisor.awaitFailure();
    }

    /// Every process, in good order: the door, the services, the log, the database.
    void stop() {
        supervisor.stop();
        file.remove();
    }

    private Service service(String name, int port) {
        return new Service(home, name, port, data, options.optimised());
    }

    private static String at(int port) {
        return "http://127.0.0.1:" + port;
    }
}
