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
        String line = words(failure).replace('\0', ' ').lines().findFirst().orElse("unknown");
        return Bytes.beginning(line, LONGEST);
    }

    private static String words(Throwable failure) {
        Throwable root = root(failure);
        if (failure instanceof UndecodableEvent) {
            return String.valueOf(failure.getMessage());
        }
        // What Spring says of a refused statement begins with all of its text, and would end there.
        if (root instanceof SQLException sql) {
            return "the database refuses it, " + refusal(String.valueOf(sql.getSQLState())) + ": " + sql.getMessage();
        }
        String last = root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
        return failure.equals(root) ? last : failure.getMessage() + ": " + last;
    }

    private static String refusal(String state) {
        return switch (state) {
            case "22001" -> "a text is too long";
            case "22003" -> "a number is too large";
            case "22021", "22P05" -> "a text has a character that cannot be stored";
            case "23502" -> "something is missing";
            case "23503" -> "it names something that is not there";
            case "23505" -> "something would be there twice";
            case "23514" -> "a value is outside what the table allows";
            default -> "a value cannot be stored";
        };
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
