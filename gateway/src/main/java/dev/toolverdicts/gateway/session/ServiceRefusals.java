package dev.toolverdicts.gateway.session;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.springframework.cloud.gateway.support.ServerWebExchangeUtils.CLIENT_RESPONSE_CONN_ATTR;

import dev.toolverdicts.gateway.problem.ErrorPage;
import dev.toolverdicts.gateway.problem.Problem;
import dev.toolverdicts.gateway.problem.Refusal;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.cloud.gateway.filter.NettyWriteResponseFilter;
import org.springframework.core.Ordered;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.netty.Connection;
import tools.jackson.databind.json.JsonMapper;

/// What a service refused, where only the gateway knows what that means for who asked: people at the
/// desk get a page, and nobody whose cookie cannot be looked up hears that they are not signed in.
final class ServiceRefusals implements GlobalFilter, Ordered {

    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, UTF_8);
    private static final int LONGEST = 16 * 1024;
    private static final List<String> OF_THE_BODY = List.of(
            HttpHeaders.TRANSFER_ENCODING,
            HttpHeaders.CONTENT_ENCODING,
            HttpHeaders.CONTENT_LENGTH,
            HttpHeaders.ETAG,
            HttpHeaders.LAST_MODIFIED);

    private final Pages pages;
    private final JsonMapper json;

    ServiceRefusals(Pages pages, JsonMapper json) {
        this.pages = pages;
        this.json = json;
    }

    /// Just inside the filter that passes the body on.
    @Override
    public int getOrder() {
        return NettyWriteResponseFilter.WRITE_RESPONSE_FILTER_ORDER + 1;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        if (SignedIn.isUnknown(exchange)) {
            return chain.filter(exchange).then(Mono.defer(() -> unlessRefused(exchange.getResponse())));
        }
        return isOfPeople(exchange.getRequest())
                ? chain.filter(exchange).then(Mono.defer(() -> asPage(exchange)))
                : chain.filter(exchange);
    }

    /// Who brought a cookie may well be signed in, and must not hear that they are not.
    private static Mono<Void> unlessRefused(ServerHttpResponse response) {
        if (!HttpStatus.UNAUTHORIZED.equals(response.getStatusCode())) {
            return Mono.empty();
        }
        OF_THE_BODY.forEach(response.getHeaders()::remove);
        response.getHeaders().remove(HttpHeaders.WWW_AUTHENTICATE);
        return Mono.error(new Refusal(Problem.of(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "Whether you are signed in cannot be found out at the moment; try again.")
                .with("Retry-After", "1")));
    }

    private static boolean isOfPeople(ServerHttpRequest request) {
        return SessionRoutes.isAtDesk(request.getPath().pathWithinApplication())
                && !HttpMethod.HEAD.equals(request.getMethod())
                && !request.getHeaders().containsHeader(HttpHeaders.AUTHORIZATION)
                && ErrorPage.isPreferred(request);
    }

    private Mono<Void> asPage(ServerWebExchange exchange) {
        ServerHttpResponse response = exchange.getResponse();
        HttpStatusCode status = response.getStatusCode();
        if (status == null
                || !status.isError()
                || !MediaType.APPLICATION_PROBLEM_JSON.equalsTypeAndSubtype(
                        response.getHeaders().getContentType())) {
            return Mono.empty();
        }
        // Without it nothing else passes the body on.
        Connection service = (Connection) exchange.getAttributes().remove(CLIENT_RESPONSE_CONN_ATTR);
        return service == null
                ? Mono.empty()
                : said(service).flatMap(document -> send(response, page(exchange.getRequest(), status, document)));
    }

    /// A document that is too long, broken or none says nothing; the status still does.
    private Mono<Document> said(Connection service) {
        return DataBufferUtils.join(
                        service.inbound().receive().asByteArray().map(DefaultDataBufferFactory.sharedInstance::wrap),
                        LONGEST)
                .map(body -> json.readValue(body.toString(UTF_8), Document.class))
                .onErrorReturn(Document.EMPTY)
                .defaultIfEmpty(Document.EMPTY);
    }

    private String page(ServerHttpRequest request, HttpStatusCode status, Document document) {
        if (HttpStatus.UNAUTHORIZED.equals(status)) {
            return pages.ended(SignIn.leadingTo(wanted(request)));
        }
        if (HttpStatus.FORBIDDEN.equals(status) && document.isPlain()) {
            return pages.refused(
                    "Not for your role", "You are signed in, but not with a role that may do this. Nothing was saved.");
        }
        HttpStatus known = HttpStatus.resolve(status.value());
        String title = document.title() == null && known != null ? known.getReasonPhrase() : document.title();
        return pages.refused(
                title == null ? "Refused" : title,
                document.detail() == null ? "The site cannot do this. It has not said why." : document.detail());
    }

    /// Where somebody was: a form's own address is often no page, so it is the one that its sender
    /// had open. Whatever a browser says here, the way in leads to pages of the desk alone.
    private static @Nullable String wanted(ServerHttpRequest request) {
        if (HttpMethod.GET.equals(request.getMethod())) {
            return request.getPath().value();
        }
        String from = request.getHeaders().getFirst(HttpHeaders.REFERER);
        try {
            return from == null ? null : new URI(from).getRawPath();
        } catch (URISyntaxException _) {
            return null;
        }
    }

    private static Mono<Void> send(ServerHttpResponse response, String page) {
        byte[] body = page.getBytes(UTF_8);
        HttpHeaders headers = response.getHeaders();
        OF_THE_BODY.forEach(headers::remove);
        headers.setContentType(HTML);
        headers.setContentLength(body.length);
        headers.setCacheControl("no-store");
        headers.set(HttpHeaders.VARY, HttpHeaders.ACCEPT);
        return response.writeWith(
                Mono.fromSupplier(() -> response.bufferFactory().wrap(body)));
    }

    /// What a problem document says to people.
    private record Document(
            @Nullable String type,
            @Nullable String title,
            @Nullable String detail) {

        static final Document EMPTY = new Document(null, null, null);

        /// Whether it says no more than its status: words for programs.
        boolean isPlain() {
            return type != null && type.endsWith("/forbidden");
        }
    }
}
