package dev.toolverdicts.platform.web.lastknown;

import java.net.SocketTimeoutException;
import java.util.Set;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

/// Failures that say nothing of the request: what the problem documents of this module answer with 503.
final class Unavailable {

    private static final Set<Class<? extends Exception>> AWAY =
            Set.of(CannotCreateTransactionException.class, DataAccessResourceFailureException.class);
    private static final Set<Class<? extends Exception>> FOR_ONCE = Set.of(
            TransactionSystemException.class, RecoverableDataAccessException.class, TransientDataAccessException.class);

    private Unavailable() {}

    /// Whether the page could not be made, for no fault of its own.
    static boolean isMeant(Throwable failure) {
        return isOneOf(AWAY, first(failure)) || isOneOf(FOR_ONCE, failure);
    }

    /// Whether the next page would fare no better. One slow statement does not say so; that there is no
    /// connection does.
    static boolean isAway(Throwable failure) {
        Throwable first = first(failure);
        return isOneOf(AWAY, first) && !isSilence(first);
    }

    private static boolean isOneOf(Set<Class<? extends Exception>> types, Throwable failure) {
        return types.stream().anyMatch(type -> type.isInstance(failure));
    }

    private static boolean isSilence(Throwable failure) {
        return failure.getClass() == DataAccessResourceFailureException.class
                && NestedExceptionUtils.getMostSpecificCause(failure) instanceof SocketTimeoutException;
    }

    /// A transaction whose connection was given up cannot be rolled back either, which says less than why it was.
    private static Throwable first(Throwable failure) {
        return failure instanceof TransactionSystemException ended && ended.getApplicationException() != null
                ? ended.getApplicationException()
                : failure;
    }
}
