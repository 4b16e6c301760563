package dev.toolverdicts.gateway.shortway;

import dev.toolverdicts.gateway.copies.Attempt;
import dev.toolverdicts.gateway.copies.Groups;
import dev.toolverdicts.gateway.edge.Admission;
import dev.toolverdicts.gateway.edge.Door;
import dev.toolverdicts.gateway.edge.RequestPattern;
import dev.toolverdicts.gateway.problem.BackendFailure;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.http.Outcome;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.springframework.cloud.gateway.config.GatewayProperties;
import org.springframework.cloud.gateway.route.RouteDefinition;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;

/// Pages that a service keeps for all strangers, so that the way costs more than the page. They may be asked for
/// twice: what fails here is asked for on the long way, of another copy and in what is left of its time.
@Component
final class PageLane extends Lane {

    private static final String PAGES = "gateway.short.way.pages";
    private static final String HANDED_BACK = "gateway.short.way.pages.handed.back";

    private final Door door;
    private final PlainRequest plain;
    private final Duration patience;
    private final Duration spare;
    private final String route;
    private final MeterRegistry meters;
    private final Map<Integer, Timer> byStatus = new ConcurrentHashMap<>();
    private final Counter answered;
    private final Timer handedBack;

    PageLane(
            ShortWaySettings settings,
            GatewayProperties gateway,
            Groups groups,
            Door door,
            Upstreams upstreams,
            MeterRegistry meters) {
        super(
                settings.pages().stream()
                        .map(page -> RequestPattern.of("GET " + page))
                        .toList(),
                groups.of(settings.pages().isEmpty() ? settings.group() : group(gateway, settings.pagesRoute())));
        this.door = door;
        this.plain = new PlainRequest(0);
        this.patience = upstreams.patience();
        this.spare = groups.anotherAfter();
        this.route = settings.pagesRoute();
        this.meters = meters;
        this.answered = meters.counter(PAGES);
        this.handedBack = meters.timer(HANDED_BACK);
        settings.pages().forEach(page -> {
            if (door.isMoreThanAPage(PathContainer.parsePath(page.replaceAll("[{}]", "")))) {
                throw new IllegalArgumentException("gateway.short-way.pages: " + page
                        + " is counted, or shared with other sites' pages: that is for the long way");
            }
        });
    }

    private static String group(GatewayProperties gateway, String id) {
        return gateway.getRoutes().stream()
                .filter(route -> id.equals(route.getId()))
                .map(RouteDefinition::getUri)
                .filter(uri -> "lb".equals(uri.getScheme()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "gateway.short-way.pages-route: there is no route " + id + " to copies of a service"))
                .getHost();
    }

    @Override
    boolean isRead() {
        return true;
    }

    @Override
    boolean isPlain(HttpRequest request) {
        return HttpMethod.GET.equals(request.method()) && plain.isRead(request) && door.isOfStranger(request.headers());
    }

    @Override
    String traceName(HttpRequest request) {
        return "GET " + route;
    }

    /// As long as a read waits for one of several copies anywhere.
    @Override
    Duration patience() {
        return copies().maySpare() && spare.compareTo(patience) < 0 ? spare : patience;
    }

    @Override
    Admission handBack(Admission admission, BackendFailure failure, Cookies cookies, Tried tried) {
        boolean spared = failure == BackendFailure.TOO_SLOW && tried.patience().compareTo(patience) < 0;
        if (spared) {
            copies().spared();
        }
        return failure == BackendFailure.NONE
                ? admission
                : admission.goesOnFrom(new Attempt(tried.copy(), tried.began(), spared));
    }

    @Override
    void complete(FullHttpResponse answer, HttpRequest request, Admission admission) {
        door.completeRead(answer.headers(), request.headers(), admission);
        answered.increment();
    }

    @Override
    void answered(int status, long nanos) {
        byStatus.computeIfAbsent(status, this::timer).record(nanos, TimeUnit.NANOSECONDS);
    }

    /// The one that the framework measures the route's other requests by.
    private Timer timer(int status) {
        return meters.timer(
                "http.server.requests",
                "error",
                "none",
                "exception",
                "none",
                "method",
                "GET",
                "outcome",
                Outcome.forStatus(status).name(),
                "status",
                Integer.toString(status),
                "uri",
                route);
    }

    /// The long way measures what it does itself.
    @Override
    void handedBack(long nanos) {
        handedBack.record(nanos, TimeUnit.NANOSECONDS);
    }
}
