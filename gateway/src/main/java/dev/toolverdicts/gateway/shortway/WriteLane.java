package dev.toolverdicts.gateway.shortway;

import dev.toolverdicts.gateway.copies.Groups;
import dev.toolverdicts.gateway.edge.Admission;
import dev.toolverdicts.gateway.edge.Door;
import dev.toolverdicts.gateway.edge.RequestPattern;
import dev.toolverdicts.gateway.problem.BackendFailure;
import dev.toolverdicts.gateway.problem.Problem;
import dev.toolverdicts.gateway.problem.Refusal;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Writes. They wait for the copy they are with.
@Component
final class WriteLane extends Lane {

    static final String REQUESTS = "gateway.short.way.requests";

    private static final int LONGEST_BODY = 4096;
    private static final int LEAST_FAILURE = 500;

    private final List<String> repeatableBy;
    private final Door door;
    private final PlainRequest plain;
    private final Duration patience;
    private final Timer answered;
    private final Timer failed;
    private final Timer handedBack;

    WriteLane(ShortWaySettings settings, Groups groups, Door door, Upstreams upstreams, MeterRegistry meters) {
        super(settings.requests().stream().map(RequestPattern::of).toList(), groups.of(settings.group()));
        this.repeatableBy = settings.repeatableBy();
        this.door = door;
        this.plain = new PlainRequest(Math.min(LONGEST_BODY, door.longestBody()));
        this.patience = upstreams.patience();
        this.answered = meters.timer(REQUESTS, "outcome", "answered");
        this.failed = meters.timer(REQUESTS, "outcome", "failed");
        this.handedBack = meters.timer(REQUESTS, "outcome", "handed_back");
    }

    @Override
    boolean isRead() {
        return false;
    }

    @Override
    boolean isPlain(HttpRequest request) {
        return plain.isWrite(request);
    }

    @Override
    String traceName(HttpRequest request) {
        return request.method().name() + " short-way";
    }

    @Override
    Duration patience() {
        return patience;
    }

    /// A request that reached nobody may go anywhere. One that may have had its effect goes on only
    /// when it is repeatable, and not while the copy it is with may still be at it.
    @Override
    Admission handBack(Admission admission, BackendFailure failure, Cookies cookies, Tried tried) {
        RuntimeException end = endAfter(failure, cookies);
        return end == null ? admission : admission.endsIn(end);
    }

    private @Nullable RuntimeException endAfter(BackendFailure failure, Cookies cookies) {
        return switch (failure) {
            case UNREACHED, NONE -> null;
            case CUT_OFF -> isRepeatable(cookies) ? null : new Refusal(Problem.cutOff());
            case TOO_SLOW -> new Refusal(isRepeatable(cookies) ? Problem.notInTime() : Problem.tooSlow());
        };
    }

    private boolean isRepeatable(Cookies cookies) {
        for (String name : repeatableBy) {
            if (cookies.value(name) != null) {
                return true;
            }
        }
        return false;
    }

    @Override
    void complete(FullHttpResponse answer, HttpRequest request, Admission admission) {
        door.complete(answer.headers(), admission);
    }

    @Override
    void answered(int status, long nanos) {
        (status < LEAST_FAILURE ? answered : failed).record(nanos, TimeUnit.NANOSECONDS);
    }

    @Override
    void handedBack(long nanos) {
        handedBack.record(nanos, TimeUnit.NANOSECONDS);
    }
}
