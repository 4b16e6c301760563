package dev.toolverdicts.localstack;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The whole system without containers, and the map of it: what runs, on which port, and what
/// each part is told.
final class LocalStack {

    static final List<String> SERVICES =
            List.of("catalog-service", "review-service", "vote-service", "newsletter-service", "gateway");

    /// Of the services that read the log.
    private static final List<String> DATABASES = List.of("catalog", "review", "vote", "newsletter");

    private static final String SIGN_IN = "identity-password";

    /// The gateway's is the fifth; those of second copies are ten further on.
    private static final int FIRST_METRICS_PORT = 9464;

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
        start(true);
    }

    /// Without its door, so that nobody comes in, and without its mailbox, so that no mail leaves.
    ///
    /// @return what is wrong with it; only looked for when it has just come back from a backup
    List<String> startBehindClosedDoors() throws IOException, SQLException, InterruptedException {
        return start(false);
    }

    private List<String> start(boolean open) throws IOException, SQLException, InterruptedException {
        var mark = new ClockMark(data);
        mark.check(Instant.now());
        var room = new Room(data.root());
        room.require(Room.TO_START, "starting");
        new HostWatch(room, mark, say).start();
        var restored = new RestoredMark(data);
        Detours detours = options.detours();
        var postgres = new Postgres(data, ports.usualOrFree(5432), detours.postgres(), options.optimised());
        var kafka = new Kafka(
                data,
                ports.usualOrFree(9092),
                ports.usualOrFree(9093),
                detours.kafka() == null ? null : new Kafka.Proxied(ports.free(), detours.kafka()),
                options.optimised());
        int identity = ports.usualOrFree(9000);
        int smtp = ports.usualOrFree(1025);
        int mails = ports.usualOrFree(8025);
        Group catalog = group("catalog-service", 8081);
        Group review = group("review-service", 8082);
        Group vote = group("vote-service", 8083);
        Group newsletter = group("newsletter-service", 8084);
        Identity issuer = Identity.of(data, identity);
        // Before the secrets for life: where there are none of these yet, they have signed nothing.
        String voteKeys = data.signingFile("vote-signing", "vote").toString();
        String letterKeys = data.signingFile("newsletter-signing", "newsletter").toString();

        var pairing = new LogPairing(data);
        pairing.check();
        postgres.prepare();
        kafka.prepare();
        pairing.remember();
        supervisor.start(postgres.unit(), kafka.unit());
        Unit mailbox = Mailbox.unit(data, smtp, mails);
        boolean doubtful = restored.isThere();
        if (open && !doubtful) {
            supervisor.start(mailbox);
        }

        Map<String, String> common = Map.of(
                "SITE_PUBLIC_URL",
                url,
                // An older program must not use tables that a newer one has changed.
                "SPRING_FLYWAY_IGNOREMIGRATIONPATTERNS",
                "*:ignored",
                "SITE_OPERATOR_NAME",
                "Sample operator",
                "SITE_OPERATOR_POSTALADDRESS",
                "Sample operator, 1 Sample Street, Sampletown",
                "SITE_OPERATOR_EMAIL",
                "desk@localhost.localdomain",
                "SPRING_KAFKA_BOOTSTRAP_SERVERS",
                kafka.address(),
                "SPRING_SECURITY_OAUTH2_RESOURCESERVER_JWT_ISSUER_URI",
                issuer.issuer(),
                "SPRING_SECURITY_OAUTH2_RESOURCESERVER_JWT_JWK_SET_URI",
                issuer.keySetAddress());
        var units = new ArrayList<Unit>();
        units.add(new IdentityProvider(home, data, identity, options.optimised())
                .unit(Map.of(
                        "IDENTITY_ISSUER", issuer.issuer(),
                        "IDENTITY_SITE", url,
                        "IDENTITY_KEYFILE", issuer.keyFile().toString(),
                        "IDENTITY_PASSWORD", data.secret(SIGN_IN),
                        "IDENTITY_CLIENTSECRETFILE",
                                data.secretFile("gateway-client").toString())));
        Postgres.Database catalogs = postgres.database("catalog");
        Map<String, String> voters = Map.of("VOTE_QUERY_URL", vote.first());
        units.addAll(catalog.units(copy -> copy.with(common).with(catalogs).with(voters)));
        Postgres.Database reviews = postgres.database("review");
        units.addAll(review.units(copy -> copy.with(common).with(reviews).with(voters)));
        Postgres.Database votes = postgres.proxiedDatabase("vote");
        Map<String, String> voting = Map.of(
                "SPRING_KAFKA_BOOTSTRAP_SERVERS", kafka.proxiedAddress(),
                "VOTE_SECRET", data.secret("vote"),
                "VOTE_SIGNINGKEYFILE", voteKeys,
                "VOTE_DELETIONS_FOLDER", data.path(DataFolder.ERASURES, "vote").toString());
        Map<String, String> mail = Map.of("SPRING_MAIL_HOST", "127.0.0.1", "SPRING_MAIL_PORT", "" + smtp);
        units.addAll(
                vote.units(copy -> copy.with(common).with(votes).with(voting).with(mail)));
        Postgres.Database letters = postgres.database("newsletter");
        Map<String, String> mailing = Map.of(
                "NEWSLETTER_TOKEN_KEY",
                data.secret("newsletter"),
                "NEWSLETTER_SIGNINGKEYFILE",
                letterKeys,
                "NEWSLETTER_ERASURES_FOLDER",
                data.path(DataFolder.ERASURES, "newsletter").toString());
        units.addAll(newsletter.units(copy -> copy.with(common)
                .with(letters)
                .with(mail)
                .with(mailing)
                .withEachStart(() -> Map.of("NEWSLETTER_RESTORED", Boolean.toString(restored.isThere())))));
        Map<String, String> signingIn = Map.of(
                "GATEWAY_PROVIDER_ISSUER", issuer.issuer(),
                "GATEWAY_PROVIDER_CLIENTSECRETFILE",
                        data.secretFile("gateway-client").toString(),
                "GATEWAY_SESSION_KEYFILES", data.secretFile("gateway-session").toString());
        Service door = service("gateway", 0, options.port())
                .with(common)
                .with(postgres.database("gateway"))
                .with(signingIn)
                .with(Map.of(
                        "CATALOG_SERVICE_URLS", catalog.all(),
                        "REVIEW_SERVICE_URLS", review.all(),
                        "VOTE_ACCEPT_URLS", vote.all(),
                        "VOTE_QUERY_URLS", vote.all(),
                        "VOTE_COUNT_URLS", vote.all(),
                        "NEWSLETTER_SERVICE_URLS", newsletter.all()));
        if (open && !doubtful) {
            units.add(door.unit());
        }
        supervisor.start(units.toArray(Unit[]::new));

        List<String> wrong = doubtful
                ? check(restored, new Unapplied(DATABASES, postgres, kafka), vote.first(), newsletter.first(), issuer)
                : List.of();
        if (open && !wrong.isEmpty()) {
            throw restored.refused(wrong);
        }
        if (open && doubtful) {
            supervisor.start(mailbox, door.unit());
        }
        if (open) {
            loadSamples(issuer);
            say.accept("sign in at %s/desk as editor, newsletter, moderator, operator or a critic's key; password %s"
                    .formatted(url, data.secret(SIGN_IN)));
        }
        return wrong;
    }

    /// In starts from a backup, until nothing is wrong.
    private List<String> check(
            RestoredMark restored, Unapplied unapplied, String votes, String newsletter, Identity issuer)
            throws IOException, InterruptedException {
        List<String> wrong =
                new RestoreCheck(unapplied, votes, newsletter, issuer.token("operator", null, "restore"), say).run();
        wrong.forEach(say);
        restored.checked(wrong);
        return wrong;
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

    /// Every copy of a service, the first at its usual port if that is free.
    private Group group(String service, int usualPort) {
        return new Group(
                service,
                IntStream.range(0, options.copies().of(service))
                        .mapToObj(_ -> ports.usualOrFree(usualPort))
                        .toList());
    }

    private final class Group {

        private final String service;
        private final List<Integer> copies;

        /// @param copies the port of each
        private Group(String service, List<Integer> copies) {
            this.service = service;
            this.copies = copies;
        }

        List<Unit> units(UnaryOperator<Service> told) {
            return IntStream.range(0, copies.size())
                    .mapToObj(number -> service(service, number, copies.get(number)))
                    .map(told)
                    .map(Service::unit)
                    .toList();
        }

        String first() {
            return at(copies.getFirst());
        }

        String all() {
            return copies.stream().map(LocalStack::at).collect(Collectors.joining(","));
        }
    }

    private Service service(String name, int number, int port) {
        int metrics = ports.usualOrFree(FIRST_METRICS_PORT + SERVICES.indexOf(name) + 10 * number);
        return new Service(home, name, Copies.name(name, number), port, metrics, data, options.optimised());
    }

    private static String at(int port) {
        return "http://127.0.0.1:" + port;
    }
}
