package dev.toolverdicts.gateway.edge;

import dev.toolverdicts.gateway.problem.Problem;
import dev.toolverdicts.gateway.problem.Refusal;
import java.net.InetAddress;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/// The checks at the door, cheapest first, before any route is looked for.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class EdgeFilter implements WebFilter {

    static final String FETCH_SITE = "Sec-Fetch-Site";

    private static final Set<HttpMethod> READS = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private final EdgeSettings settings;
    private final ClientAddress clients;
    private final Limits limits;
    private final BodyLimit bodies;
    private final AnswerHeaders answers;
    private final Arrival arrival;
    private final CanonicalHost canonical;

    EdgeFilter(
            EdgeSettings settings,
            ClientAddress clients,
            Limits limits,
            BodyLimit bodies,
            AnswerHeaders answers,
            Arrival arrival,
            CanonicalHost canonical) {
        this.settings = settings;
        this.clients = clients;
        this.limits = limits;
        this.bodies = bodies;
        this.answers = answers;
        this.arrival = arrival;
        this.canonical = canonical;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        ServerHttpRequest request = exchange.getRequest();
        AskedPath path = new AskedPath(request.getURI().getRawPath());
        boolean write = !READS.contains(request.getMethod());
        Admission admission = admission(request, write);
        exchange.getAttributes().put(ClientAddress.ATTRIBUTE, admission.client());
        check(exchange, admission);
        if (path.climbs()) {
            throw new Refusal(Problem.notFound());
        }
        if (write) {
            checkSite(request, path);
        } else {
            Optional<URI> tidy = path.withoutTrailingSlash(request.getURI());
            Optional<URI> elsewhere = canonical
                    .instead(request, tidy.orElse(request.getURI()), admission.client())
                    .or(() -> tidy);
            if (elsewhere.isPresent()) {
                return moved(exchange.getResponse(), elsewhere.get());
            }
            arrival.note(request, exchange.getResponse());
        }
        return chain.filter(bodies.check(exchange, path));
    }

    private Admission admission(ServerHttpRequest request, boolean write) {
        Admission before = Admission.of(request);
        if (before != null) {
            return before;
        }
        InetAddress client = clients.of(request);
        return new Admission(client, limits.take(client, write, quotas -> quotas.take(request, client)), null, null);
    }

    private void check(ServerWebExchange exchange, Admission admission) {
        Allowance allowance = admission.allowance();
        allowance.leaveAt(exchange);
        exchange.getResponse().beforeCommit(() -> {
            // A quota that is asked later may have told more.
            answers.addTo(exchange.getResponse().getHeaders(), Allowance.of(exchange));
            return Mono.empty();
        });
        allowance.orRefuse();
        if (admission.failure() != null) {
            throw admission.failure();
        }
        if (admission.attempt() != null) {
            admission.attempt().leaveAt(exchange);
        }
    }

    /// A browser says when another site's page caused the request; such a page must not act for
    /// its visitor.
    private void checkSite(ServerHttpRequest request, AskedPath path) {
        if (isCrossSite(request.getHeaders().getFirst(FETCH_SITE))
                && !settings.crossSiteAllowed().contains(request.getMethod().name() + " " + path.raw())) {
            throw new Refusal(Problem.crossSite());
        }
    }

    static boolean isCrossSite(@Nullable String fetchSite) {
        return "cross-site".equals(fetchSite);
    }

    private static Mono<Void> moved(ServerHttpResponse response, URI tidy) {
        response.setStatusCode(HttpStatus.MOVED_PERMANENTLY);
        response.getHeaders().setLocation(tidy);
        return response.setComplete();
    }
}
