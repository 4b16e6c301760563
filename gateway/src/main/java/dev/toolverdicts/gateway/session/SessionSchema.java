package dev.toolverdicts.gateway.session;

import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/// Brings the store up to date before its first use, not at the start: a gateway runs without its
/// store, only nobody can sign in and keys count for nothing.
public final class SessionSchema {

    private final DataSource store;
    private final ReentrantLock making = new ReentrantLock();
    private volatile boolean isThere;

    SessionSchema(DataSource store) {
        this.store = store;
    }

    public void make() {
        if (isThere) {
            return;
        }
        making.lock();
        try {
            if (!isThere) {
                Flyway.configure()
                        .dataSource(store)
                        .locations("classpath:db/migration")
                        .load()
                        .migrate();
                isThere = true;
            }
        } finally {
            making.unlock();
        }
    }
}
