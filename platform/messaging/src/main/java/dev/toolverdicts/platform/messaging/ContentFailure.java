package dev.toolverdicts.platform.messaging;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// Tells a failure that lies in the record from one that lies outside: only the former may end
/// in a dead letter.
final class ContentFailure {

    /// PostgreSQL quotes what it refuses, and that may be as long as the record.
    private static final int LONGEST = 1_000;

    private ContentFailure() {}

    /// Whether trying again cannot help: an [IllegalArgumentException], or what PostgreSQL refuses for
    /// its content (SQLSTATE classes 22, data exception, and 23, constraint violation).
    static boolean is(@Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof IllegalArgumentException) {
                return true;
            }
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                return sql.getSQLState().startsWith("22") || sql.getSQLState().startsWith("23");
            }
        }
        return false;
    }

    /// For the dead letter, which may quote the record.
    static String reason(Throwable failure) {
        Throwable root = root(failure);
        // What Spring says of a refused statement begins with all of its text, and would end there.
        String text = failure.equals(root) || root instanceof SQLException
                ? root.toString()
                : failure.getMessage() + ": " + root.getMessage();
        String line = text.replace('\0', ' ').lines().findFirst().orElse("unknown");
        return Bytes.beginning(line, LONGEST);
    }

    /// For the log, which must not.
    static String kind(Throwable failure) {
        Throwable root = root(failure);
        String name = root.getClass().getSimpleName();
        return root instanceof SQLException sql ? name + "(" + sql.getSQLState() + ")" : name;
    }

    private static Throwable root(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }
}
