package dev.toolverdicts.gateway.shortway;

import dev.toolverdicts.gateway.copies.Copies;
import dev.toolverdicts.gateway.copies.Groups;
import dev.toolverdicts.gateway.edge.Door;
import dev.toolverdicts.gateway.edge.RequestPattern;
import dev.toolverdicts.platform.shortway.ShortWay;
import dev.toolverdicts.platform.shortway.UnderWay;
import dev.toolverdicts.platform.telemetry.Traced;
import dev.toolverdicts.platform.telemetry.Tracing;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.netty.channel.Channel;
import io.netty.handler.codec.http.HttpRequest;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;

/// Sends small plain writes to a copy of their service and its answer back. Whatever is not as
/// usual, in the request or on its way, is left to the long way: no copy is there, one breaks
/// off, a limit is met.
@Component
final class Forwarding implements ShortWay {

    static final String REQUESTS = "gateway.short.way.requests";

    private static final int LONGEST_BODY = 4096;
    private static final int LEAST_FAILURE = 500;

    private final List<RequestPattern> requests;
    private final List<String> repeatableBy;
    private final Copies copies;
    private final Door door;
    private final Upstreams upstreams;
    private final UnderWay underWay;
    private final Tracing tracing;
    private final PlainRequest plain;
    private final boolean isHere;
    private final Timer answered;
    private final Timer failed;
    private final Timer handedBack;

    Forwarding(
            ShortWaySettings settings,
            Groups groups,
            Door door,
            Upstreams upstreams,
            UnderWay underWay,
            Tracing tracing,
            MeterRegistry meters) {
        this.requests = settings.requests().stream().map(RequestPattern::of).toList();
        this.repeatableBy = settings.repeatableBy();
        this.copies = groups.of(settings.group());
        this.door = door;
        this.upstreams = upstreams;
        this.underWay = underWay;
        this.tracing = tracing;
        this.plain = new PlainRequest(Math.min(LONGEST_BODY, door.longestBody()));
        this.isHere = copies.allSpeak("http");
        this.answered = meters.timer(REQUESTS, "outcome", "answered");
        this.failed = meters.timer(REQUESTS, "outcome", "failed");
        this.handedBack = meters.timer(REQUESTS, "outcome", "handed_back");
    }

    @Override
    public @Nullable Taken take(HttpRequest request, Channel connection) {
        if (!isHere || !underWay.isRunning() || !plain.matches(request)) {
            return null;
        }
        PathContainer path = PathContainer.parsePath(request.uri());
        return isServed(HttpMethod.valueOf(request.method().name()), path)
                ? new Forward(request, path, connection, this)
                : null;
    }

    private boolean isServed(HttpMethod method, PathContainer path) {
        for (RequestPattern served : requests) {
            if (served.matches(method, path)) {
                return true;
            }
        }
        return false;
    }

    boolean isRepeatable(Cookies cookies) {
        for (String name : repeatableBy) {
            if (cookies.value(name) != null) {
                return true;
            }
        }
        return false;
    }

    Copies copies() {
        return copies;
    }

    Door door() {
        return door;
    }

    Upstreams upstreams() {
        return upstreams;
    }

    /// What it leads to is in one trace with it, whatever it says itself.
    Traced trace(HttpRequest request) {
        return tracing.isOn() ? tracing.server(request.method().name() + " short-way", null) : Traced.NONE;
    }

    /// False when the gateway stops.
    boolean begin() {
        return underWay.begin();
    }

    /// @param status of the answer
    void answered(int status, long began) {
        end(status < LEAST_FAILURE ? answered : failed, began);
    }

    void handedBack(long began) {
        end(handedBack, began);
    }

    private void end(Timer how, long began) {
        underWay.end();
        how.record(System.nanoTime() - began, TimeUnit.NANOSECONDS);
    }
}
