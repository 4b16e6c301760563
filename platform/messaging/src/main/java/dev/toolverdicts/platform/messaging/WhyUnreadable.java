package dev.toolverdicts.platform.messaging;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.ValueInstantiationException;

/// Says why a value could not be read, to somebody who knows its fields and not the program: which field
/// it is, and what it is not. Quotes nothing of the record.
final class WhyUnreadable {

    private WhyUnreadable() {}

    static String of(JacksonException failure, Class<?> type) {
        String at = at(failure.getPath());
        return switch (failure) {
            case StreamReadException _ -> "the value is not JSON";
            case MismatchedInputException wrong -> field(at) + "is not " + noun(wrong.getTargetType(), type);
            case ValueInstantiationException refused -> field(at) + "lacks a part or has a wrong one" + said(refused);
            default -> field(at) + "cannot be read as " + type.getSimpleName();
        };
    }

    private static String field(String at) {
        return at.isEmpty() ? "the value " : "field " + at + " ";
    }

    private static String at(List<JacksonException.Reference> path) {
        var at = new StringBuilder();
        for (JacksonException.Reference step : path) {
            if (step.getPropertyName() == null) {
                at.append('[').append(step.getIndex()).append(']');
            } else {
                at.append(at.isEmpty() ? "" : ".").append(step.getPropertyName());
            }
        }
        return at.toString();
    }

    private static String said(ValueInstantiationException refused) {
        Throwable cause = refused.getCause();
        return cause == null || cause.getMessage() == null ? "" : ": " + cause.getMessage();
    }

    private static String noun(@Nullable Class<?> wanted, Class<?> type) {
        if (wanted == null || wanted == type) {
            return "what a " + type.getSimpleName() + " is read from";
        }
        if (wanted == Instant.class) {
            return "a time";
        }
        if (wanted == LocalDate.class) {
            return "a day";
        }
        if (wanted == UUID.class) {
            return "an id";
        }
        if (wanted == boolean.class || wanted == Boolean.class) {
            return "true or false";
        }
        if (wanted.isPrimitive() || Number.class.isAssignableFrom(wanted)) {
            return "a number";
        }
        if (wanted == String.class) {
            return "a text";
        }
        if (Iterable.class.isAssignableFrom(wanted)) {
            return "a list";
        }
        return wanted.isEnum() ? "one of the words it may be" : "what a " + wanted.getSimpleName() + " is read from";
    }
}
