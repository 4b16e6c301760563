package dev.toolverdicts.newsletter.dispatch;

import com.zaxxer.hikari.HikariDataSource;
import dev.toolverdicts.newsletter.mail.ReturnPath;
import dev.toolverdicts.newsletter.mail.SmtpReplies;
import dev.toolverdicts.newsletter.mail.SmtpSettings;
import dev.toolverdicts.newsletter.mail.SmtpSettingsFor;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/// The dispatcher of the service in a process of its own, which a test can kill. It sends for as long
/// as it lives, and lives no longer than the test: its standard input ends with it.
final class SenderProcess {

    static final int SESSIONS = 4;
    static final Path OUTPUT = Path.of("target", "senders.log");

    /// Short, so that what a killed process held is given up soon.
    private static final DispatchSettings SETTINGS =
            new DispatchSettings(SESSIONS, 20, Duration.ofSeconds(3), Duration.ofMillis(2));

    private final JdbcClient jdbc;
    private final SmtpSettings smtp;

    private SenderProcess(JdbcClient jdbc, SmtpSettings smtp) {
        this.jdbc = jdbc;
        this.smtp = smtp;
    }

    /// @param database whose it is
    static Process start(Environment database, int smtpPort) throws IOException {
        String path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        var command = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx96m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                path,
                SenderProcess.class.getName(),
                database.getRequiredProperty("spring.datasource.url"),
                database.getRequiredProperty("spring.datasource.username"),
                Integer.toString(smtpPort));
        command.environment().put("PASSWORD", database.getRequiredProperty("spring.datasource.password"));
        return command.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(OUTPUT.toFile()))
                .start();
    }

    public static void main(String[] args) throws IOException {
        var source = new HikariDataSource();
        source.setJdbcUrl(args[0]);
        source.setUsername(args[1]);
        source.setPassword(System.getenv("PASSWORD"));
        source.setMaximumPoolSize(SESSIONS + 1);
        // It waits for less than the lease: a worker that waits is as silent as one that was lost.
        SmtpSettings smtp = SmtpSettingsFor.port(Integer.parseInt(args[2])).within(Duration.ofSeconds(2));
        new SenderProcess(JdbcClient.create(source), smtp).work();
        var _ = System.in.read();
        Runtime.getRuntime().halt(0);
    }

    private void work() {
        var sweeper = new LeaseSweeper(new LeaseRepository(jdbc), SETTINGS, Clock.systemUTC());
        var scheduler = new ThreadPoolTaskScheduler();
        scheduler.initialize();
        var _ = scheduler.scheduleWithFixedDelay(
                sweeper::sweep, SETTINGS.lease().dividedBy(30));
        new Dispatcher(smtp, Stream.generate(this::worker).limit(SESSIONS).toList()).start();
    }

    private DispatchWorker worker() {
        var rows = new ClaimedRows(
                UUID.randomUUID().toString(),
                new DeliveryRepository(jdbc),
                new LeaseRepository(jdbc),
                new Patience(SETTINGS.lease()),
                SETTINGS,
                Clock.systemUTC());
        var noLimits = new RateSettings(0, 0, Duration.ofMinutes(1), List.of());
        return new DispatchWorker(
                new EditionQueries(jdbc),
                rows,
                issue -> {
                    // the test ends it
                },
                new LetterWriter(
                        smtp,
                        DispatchInfrastructure.LINKS,
                        new ReturnPath(() -> new byte[32], "bounces.example.org"),
                        "example.org"),
                new SmtpReplies(new SimpleMeterRegistry()),
                new SendRates(new RateRepository(jdbc), noLimits, SETTINGS),
                Clock.systemUTC());
    }
}
