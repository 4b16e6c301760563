package dev.toolverdicts.vote.accept;

import dev.toolverdicts.vote.web.ProblemHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import reactor.core.publisher.Mono;

/// Takes plain votes past filters and dispatching, straight to their controller: those cost more than the
/// vote itself.
///
/// Votes are open to all, so a request without a token has nothing that the security chain could refuse.
/// Whatever carries one, or is not exactly a vote, goes the long way, which ends at the same controller.
final class VoteShortcut implements HttpHandler {

    private static final String BEFORE = "/api/v1/tools/";
    private static final String AFTER = "/vote";

    private final VoteController votes;
    private final HttpHandler everythingElse;
    private final ProblemHandler problems;

    VoteShortcut(VoteController votes, HttpHandler everythingElse, ProblemHandler problems) {
        this.votes = votes;
        this.everythingElse = everythingElse;
        this.problems = problems;
    }

    @Override
    public Mono<Void> handle(ServerHttpRequest request, ServerHttpResponse response) {
        boolean put = HttpMethod.PUT.equals(request.getMethod());
        if (!put && !HttpMethod.DELETE.equals(request.getMethod())) {
            return everythingElse.handle(request, response);
        }
        String slug = slug(request.getURI().getRawPath());
        if (slug == null || request.getHeaders().getFirst(HttpHeaders.AUTHORIZATION) != null) {
            return everythingElse.handle(request, response);
        }
        try {
            Mono<Void> answer = put ? votes.cast(slug, request, response) : votes.withdraw(slug, request, response);
            return answer.onErrorResume(failure -> problems.handle(request, response, failure));
        } catch (RuntimeException refusal) {
            return problems.handle(request, response, refusal);
        }
    }

    /// The slug of a vote's path, null when the path is another or holds anything that needs decoding.
    static @Nullable String slug(@Nullable String path) {
        if (path == null || !path.startsWith(BEFORE) || !path.endsWith(AFTER)) {
            return null;
        }
        int end = path.length() - AFTER.length();
        for (int i = BEFORE.length(); i < end; i++) {
            char c = path.charAt(i);
            if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-')) {
                return null;
            }
        }
        return end > BEFORE.length() ? path.substring(BEFORE.length(), end) : null;
    }
}
