package dev.toolverdicts.vote.ranking;

import dev.toolverdicts.vote.web.ContentTag;
import java.nio.charset.StandardCharsets;
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
        return ContentTag.answer(request, rules, MediaType.APPLICATION_JSON, CacheControl.noCache());
    }

    Mono<ServerResponse> page(ServerRequest request) {
        return ContentTag.answer(request, page, PAGE, CacheControl.noCache());
    }
}
