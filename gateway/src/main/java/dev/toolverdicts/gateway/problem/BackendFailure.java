package dev.toolverdicts.gateway.problem;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponse;
import reactor.core.Exceptions;
import reactor.netty.channel.AbortedException;

/// What a failed exchange with a backend means for trying again.
public enum BackendFailure {
    /// No connection: nothing was sent, so anything may be sent elsewhere.
    UNREACHED,
    /// The connection broke before the answer: the request may have had its effect.
    CUT_OFF,
    /// No answer in time.
    TOO_SLOW,
    /// Not the backend's failure.
    NONE;

    public static BackendFailure of(Throwable failure) {
        if (failure instanceof ErrorResponse answered) {
            return answered.getStatusCode().value() == HttpStatus.GATEWAY_TIMEOUT.value() ? TOO_SLOW : NONE;
        }
        for (@Nullable Throwable cause = Exceptions.unwrap(failure); cause != null; cause = cause.getCause()) {
            switch (cause) {
                case ConnectException _, NoRouteToHostException _, UnknownHostException _ -> {
                    return UNREACHED;
                }
                case IOException _, AbortedException _ -> {
                    return CUT_OFF;
                }
                default -> {}
            }
        }
        return NONE;
    }
}
