package dev.toolverdicts.gateway.key;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.toolverdicts.gateway.problem.Problem;
import dev.toolverdicts.gateway.problem.Refusal;
import dev.toolverdicts.gateway.session.Blocking;
import dev.toolverdicts.gateway.session.Desk;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.util.MultiValueMap;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/// Where operators make keys and take them back.
final class KeyDesk {

    static final int LONGEST_NAME = 80;

    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, UTF_8);

    private final Keys keys;
    private final KeyRing ring;
    private final KeyPages pages;
    private final String scope;
    private final Set<String> tiers;
    private final Blocking blocking;

    KeyDesk(Keys keys, KeyRing ring, KeyPages pages, String scope, Set<String> tiers, Blocking blocking) {
        this.keys = keys;
        this.ring = ring;
        this.pages = pages;
        this.scope = scope;
        this.tiers = Set.copyOf(tiers);
        this.blocking = blocking;
    }

    Mono<ServerResponse> list(ServerRequest request) {
        Desk.Person person = permitted(request);
        return blocking.call(keys::list).flatMap(rows -> page(pages.list(rows, person.formKey())));
    }

    Mono<ServerResponse> make(ServerRequest request) {
        Desk.Person person = permitted(request);
        return form(request, person).flatMap(form -> {
            String name = name(form.getFirst("name"));
            String tier = tier(form.getFirst("tier"));
            return blocking.call(() -> keys.make(name, tier, person.subject()))
                    .doOnNext(_ -> ring.changed())
                    .flatMap(key -> page(pages.made(key, name)));
        });
    }

    Mono<ServerResponse> revoke(ServerRequest request) {
        Desk.Person person = permitted(request);
        long id = id(request.pathVariable("id"));
        return form(request, person)
                .flatMap(_ -> blocking.call(() -> keys.revoke(id, person.subject())))
                .doOnNext(_ -> ring.changed())
                .flatMap(_ -> ServerResponse.status(HttpStatus.SEE_OTHER)
                        .location(URI.create(KeyRoutes.KEYS))
                        .cacheControl(CacheControl.noStore())
                        .build());
    }

    /// Read anew for each request: a session whose rights have changed has other scopes.
    private Desk.Person permitted(ServerRequest request) {
        Desk.Person person = Desk.person(request.exchange());
        if (person == null) {
            throw new Refusal(Problem.of(HttpStatus.UNAUTHORIZED, "Sign in at the desk first."));
        }
        if (!person.scopes().contains(scope)) {
            throw new Refusal(
                    Problem.of(HttpStatus.FORBIDDEN, "You are signed in, but not with a role that may do this."));
        }
        return person;
    }

    private static Mono<MultiValueMap<String, String>> form(ServerRequest request, Desk.Person person) {
        return request.formData().doOnNext(form -> {
            if (!person.hasSent(form.getFirst("formToken"))) {
                throw new Refusal(Problem.crossSite());
            }
        });
    }

    private static String name(@Nullable String given) {
        String name = given == null ? "" : given.strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME || name.codePoints().anyMatch(Character::isISOControl)) {
            throw badRequest("Say in 1 to " + LONGEST_NAME + " characters whose key it is.");
        }
        return name;
    }

    private String tier(@Nullable String given) {
        if (given == null || !tiers.contains(given)) {
            throw badRequest("How much a key may read is chosen from the list.");
        }
        return given;
    }

    private static long id(String given) {
        try {
            return Long.parseLong(given);
        } catch (NumberFormatException _) {
            throw new Refusal(Problem.notFound());
        }
    }

    private static Refusal badRequest(String detail) {
        return new Refusal(Problem.of(HttpStatus.BAD_REQUEST, detail));
    }

    private static Mono<ServerResponse> page(String html) {
        return ServerResponse.ok()
                .contentType(HTML)
                .cacheControl(CacheControl.noStore())
                .bodyValue(html);
    }
}
