package dev.toolverdicts.vote.ranking;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/// `GET /api/v1/ranking` and `/how-ranking-works`: both are the settings, so they are made once.
final class RankingController {

    private static final MediaType PAGE = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

    private final byte[] rules;
    private final byte[] page;

    RankingController(RankingRules rules, RankingPage page, JsonMapper json) {
        this.rules = json.writeValueAsBytes(rules);
        this.page = page.html().getBytes(StandardCharsets.UTF_8);
    }

    Mono<ServerResponse> rules(ServerRequest request) {
        return answer(request, MediaType.APPLICATION_JSON, rules);
    }

    Mono<ServerResponse> page(ServerRequest request) {
        return answer(request, PAGE, page);
    }

    private static Mono<ServerResponse> answer(ServerRequest request, MediaType type, byte[] body) {
        String tag = tag(body);
        return request.checkNotModified(tag)
                .switchIfEmpty(Mono.defer(() -> ServerResponse.ok()
                        .eTag(tag)
                        .cacheControl(CacheControl.noCache())
                        .contentType(type)
                        .bodyValue(body)));
    }

    private static String tag(byte[] body) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(body);
            return '"' + Base64.getUrlEncoder().encodeToString(Arrays.copyOf(digest, 15)) + '"';
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
