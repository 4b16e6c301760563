package dev.toolverdicts.gateway.session;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.toolverdicts.gateway.problem.Problem;
import dev.toolverdicts.gateway.problem.Refusal;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/// The way to the provider and back (authorization code with PKCE), the desk, and the way out.
final class SignInHandler {

    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, UTF_8);

    private final Provider provider;
    private final Sessions sessions;
    private final SessionCookies cookies;
    private final SessionSettings settings;
    private final Pages pages;
    private final Blocking blocking;
    private final Clock clock;

    SignInHandler(
            Provider provider,
            Sessions sessions,
            SessionCookies cookies,
            SessionSettings settings,
            Pages pages,
            Blocking blocking,
            Clock clock) {
        this.provider = provider;
        this.sessions = sessions;
        this.cookies = cookies;
        this.settings = settings;
        this.pages = pages;
        this.blocking = blocking;
        this.clock = clock;
    }

    Mono<ServerResponse> desk(ServerRequest request) {
        SignedIn who = SignedIn.of(request.exchange());
        return page().bodyValue(who == null ? pages.stranger() : pages.signedIn(who));
    }

    Mono<ServerResponse> begin(ServerRequest request) {
        SignIn begun =
                SignIn.to(request.queryParam("to").orElse(null), clock.instant().plus(settings.signInWithin()));
        return blocking.call(() -> provider.address(begun))
                .flatMap(address -> ServerResponse.status(HttpStatus.FOUND)
                        .location(address)
                        .cookie(cookies.of(begun, settings.signInWithin()))
                        .cacheControl(CacheControl.noStore())
                        .build());
    }

    /// The provider sends the browser back here with a code.
    Mono<ServerResponse> finish(ServerRequest request) {
        SignIn begun = cookies.signIn(request.exchange().getRequest());
        Optional<String> code = request.queryParam("code");
        if (begun == null
                || code.isEmpty()
                || !Secrets.same(request.queryParam("state").orElse(null), begun.state())) {
            throw Provider.refused();
        }
        SessionId before = cookies.session(request.exchange().getRequest());
        return blocking.call(() -> sessions.begin(provider.exchange(begun, code.get()), before))
                .flatMap(id -> ServerResponse.status(HttpStatus.SEE_OTHER)
                        .location(URI.create(begun.target()))
                        .cookie(cookies.of(id))
                        .cookie(cookies.noSignIn())
                        .cacheControl(CacheControl.noStore())
                        .build());
    }

    /// Here first, then at the provider: by a page that goes on by itself, since a form may not
    /// lead to another site.
    Mono<ServerResponse> signOut(ServerRequest request) {
        SignedIn who = SignedIn.of(request.exchange());
        if (who == null) {
            return toDesk();
        }
        return request.formData().flatMap(form -> {
            if (!Secrets.same(form.getFirst("formToken"), who.id().formKey())) {
                throw new Refusal(Problem.crossSite());
            }
            return blocking.call(() -> ended(who))
                    .flatMap(next -> next.map(this::goOn).orElseGet(this::toDesk));
        });
    }

    private Optional<URI> ended(SignedIn who) {
        sessions.end(who.id(), who.session());
        try {
            return provider.signOut(who.session());
        } catch (Refusal unreachable) {
            // Signed out here all the same.
            return Optional.empty();
        }
    }

    private Mono<ServerResponse> goOn(URI next) {
        return page().header("Refresh", "0;url=" + next)
                .cookie(cookies.noSession())
                .bodyValue(pages.signedOut(next));
    }

    private Mono<ServerResponse> toDesk() {
        return ServerResponse.status(HttpStatus.SEE_OTHER)
                .location(URI.create(SignIn.HOME))
                .cookie(cookies.noSession())
                .cacheControl(CacheControl.noStore())
                .build();
    }

    private static ServerResponse.BodyBuilder page() {
        return ServerResponse.ok().contentType(HTML).cacheControl(CacheControl.noStore());
    }
}
