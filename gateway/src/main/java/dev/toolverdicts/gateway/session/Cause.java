package dev.toolverdicts.gateway.session;

import org.springframework.core.NestedExceptionUtils;

/// What the log says of a failure that strangers can cause: one line, whatever the message has. The
/// logger must not get the failure itself, or it writes its stack trace.
final class Cause {

    private static final int LONGEST = 300;

    private Cause() {}

    static String of(Throwable failure) {
        Throwable cause = NestedExceptionUtils.getMostSpecificCause(failure);
        String name = cause.getClass().getSimpleName();
        String message = cause.getMessage();
        if (message == null) {
            return name;
        }
        String line = (name + ": " + message)
                .replaceAll("[\\s\\p{Cntrl}]+", " ")
                .replace('"', '\'')
                .strip();
        return line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
    }
}
