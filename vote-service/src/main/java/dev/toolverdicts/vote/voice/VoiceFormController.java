package dev.toolverdicts.vote.voice;

import dev.toolverdicts.vote.accept.WayBack;
import dev.toolverdicts.vote.voter.FormToken;
import dev.toolverdicts.vote.voter.Voter;
import dev.toolverdicts.vote.voter.VoterCookie;
import dev.toolverdicts.vote.web.Pages;
import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.util.MultiValueMap;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/// `POST /tool/{slug}/vote/reason`: the same as a form of a page without scripts. Answers lead back
/// to the page; refusals are pages.
final class VoiceFormController {

    private final VoiceController voices;
    private final VoterCookie voters;
    private final FormToken tokens;

    VoiceFormController(VoiceController voices, VoterCookie voters, FormToken tokens) {
        this.voices = voices;
        this.voters = voters;
        this.tokens = tokens;
    }

    Mono<ServerResponse> submit(ServerRequest request) {
        String slug = request.pathVariable("slug");
        WayBack usual = WayBack.of(null, slug);
        return Pages.explained(
                Pages.form(request).flatMap(form -> submit(request, slug, form)),
                (title, why) -> VoicePage.refused(title, why, usual.path()));
    }

    private Mono<ServerResponse> submit(ServerRequest request, String slug, MultiValueMap<String, String> form) {
        WayBack back = WayBack.of(form.getFirst("back"), slug);
        Said said = VoiceBody.of(form.getFirst("role"), form.getFirst("reason"));
        Voter voter = voters.readOrIssue(request.cookies());
        String token = form.getFirst("formToken");
        // A voter made just now has no token yet, so a form without cookies ends here too.
        if (token == null || !tokens.isOf(voter.id(), token)) {
            return VoicePage.again(back.path(), slug, said, tokens.of(voter.id()))
                    .answer(ServerResponse.status(HttpStatus.FORBIDDEN)
                            .headers(headers -> voters.write(voter, headers)));
        }
        return voices.store(request, voter, said)
                .flatMap(_ -> ServerResponse.seeOther(URI.create(back.path()))
                        .headers(headers -> {
                            voters.write(voter, headers);
                            headers.setCacheControl("no-store");
                        })
                        .build());
    }
}
