package dev.toolverdicts.platform.web.lastknown;

import java.sql.SQLException;
import java.sql.Statement;

/// How long a statement may keep a page waiting. A server that is frozen or cut off neither answers nor refuses, and a
/// driver waits for it for ever; whoever reads the page does not.
final class Patience {

    private final int millis;
    private final ThreadLocal<Boolean> waiting = new ThreadLocal<>();

    /// @param millis of silence after which a connection is given up
    Patience(int millis) {
        this.millis = millis;
    }

    /// From now on somebody waits for what this thread does.
    void begins() {
        waiting.set(true);
    }

    void ends() {
        waiting.remove();
    }

    /// To be called before the statement is sent. The pool takes the limit back with the connection.
    void limit(Statement statement) throws SQLException {
        if (waiting.get() != null) {
            statement.getConnection().setNetworkTimeout(Runnable::run, millis);
        }
    }
}
