package dev.toolverdicts.gateway.shortway;

import dev.toolverdicts.gateway.copies.Copies;
import dev.toolverdicts.gateway.copies.Copy;
import dev.toolverdicts.gateway.edge.Admission;
import dev.toolverdicts.gateway.edge.RequestPattern;
import dev.toolverdicts.gateway.problem.BackendFailure;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;

/// The requests of one kind that take the short way, and what is theirs alone.
abstract sealed class Lane permits WriteLane, PageLane {

    /// A copy that was asked.
    ///
    /// @param patience that it had
    /// @param began when the request came, as [System#nanoTime] says
    record Tried(Copy copy, Duration patience, long began) {}

    private final List<RequestPattern> requests;
    private final Copies copies;
    private final boolean isHere;

    Lane(List<RequestPattern> requests, Copies copies) {
        this.requests = requests;
        this.copies = copies;
        this.isHere = copies.allSpeak("http");
    }

    final boolean serves(HttpMethod method, PathContainer path) {
        if (!isHere) {
            return false;
        }
        for (RequestPattern served : requests) {
            if (served.matches(method, path)) {
                return true;
            }
        }
        return false;
    }

    final Copies copies() {
        return copies;
    }

    abstract boolean isRead();

    /// Whether its head can mean one thing only, and the long way would do nothing but send it on.
    abstract boolean isPlain(HttpRequest request);

    abstract String traceName(HttpRequest request);

    /// For an answer of the copy that is asked now.
    abstract Duration patience();

    /// What the long way is told of a request that failed here.
    abstract Admission handBack(Admission admission, BackendFailure failure, Cookies cookies, Tried tried);

    /// Makes a copy's answer the client's.
    abstract void complete(FullHttpResponse answer, HttpRequest request, Admission admission);

    abstract void answered(int status, long nanos);

    abstract void handedBack(long nanos);
}
