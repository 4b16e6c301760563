package dev.toolverdicts.catalog.live;

import dev.toolverdicts.platform.messaging.Projection;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/// Hears what any copy of the service says by [ChangeRepository], on a connection of its own: the
/// pool's are for requests. A rebuilt projection that takes its place may have changed anything. While it is not there,
/// nothing is heard; so afterwards anything may have
/// changed.
final class ChangeNotices implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(ChangeNotices.class);
    private static final int LOOK_EVERY_MILLIS = 5_000;
    private static final int ANSWERS_WITHIN_SECONDS = 2;
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration STOPS_WITHIN = Duration.ofSeconds(2);

    @FunctionalInterface
    interface ConnectionSource {
        Connection open() throws SQLException;
    }

    private final ConnectionSource source;
    private final ChangeRoom room;
    private final List<ChangeWatch> watches;
    private volatile boolean running;
    private volatile @Nullable Thread thread;

    ChangeNotices(ConnectionSource source, ChangeRoom room, List<ChangeWatch> watches) {
        this.source = source;
        this.room = room;
        this.watches = watches;
    }

    private void run() {
        while (running) {
            try (Connection connection = source.open()) {
                listen(connection);
            } catch (SQLException e) {
                if (running) {
                    log.warn("event=changes_unheard cause={}", e.toString());
                    pause();
                }
            }
        }
    }

    private void listen(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("LISTEN " + ChangeRepository.CHANNEL);
            statement.execute("LISTEN " + Projection.REPLACED);
        }
        watches.forEach(watch -> watch.hears(true));
        room.tellThatAnythingMayHaveChanged();
        try {
            hearAll(connection);
        } finally {
            watches.forEach(watch -> watch.hears(false));
        }
    }

    private void hearAll(Connection connection) throws SQLException {
        PGConnection notices = connection.unwrap(PGConnection.class);
        while (running) {
            PGNotification[] heard = notices.getNotifications(LOOK_EVERY_MILLIS);
            if (heard != null && heard.length > 0) {
                for (PGNotification each : heard) {
                    hear(each.getName().equals(Projection.REPLACED) ? Change.ANY : each.getParameter());
                }
            } else if (!connection.isValid(ANSWERS_WITHIN_SECONDS)) {
                // A server that is gone without a word is as quiet as one with nothing to say.
                throw new SQLException("the database does not answer");
            }
        }
    }

    private void hear(String said) {
        int gap = said.indexOf(' ');
        String kind = gap < 0 ? said : said.substring(0, gap);
        String slug = gap < 0 ? null : said.substring(gap + 1);
        watches.forEach(watch -> watch.heard(kind, slug));
        if (!kind.equals(ChangeRepository.TALLY)) {
            room.tell(kind, slug);
        }
    }

    private void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            running = false;
        }
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofVirtual().name("changes").start(this::run);
    }

    /// A virtual thread that is interrupted leaves the connection it reads from.
    @Override
    public void stop() {
        running = false;
        Thread listening = thread;
        thread = null;
        if (listening == null) {
            return;
        }
        listening.interrupt();
        try {
            var _ = listening.join(STOPS_WITHIN);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
