package dev.toolverdicts.vote.voice;

import dev.toolverdicts.vote.accept.WayBack;
import dev.toolverdicts.vote.voter.VoterAnswers;
import dev.toolverdicts.vote.web.Pages;
import org.springframework.util.MultiValueMap;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/// `POST /tool/{slug}/vote/reason`: the same as a form of a page without scripts. Answers lead back
/// to the page; refusals are pages.
final class VoiceFormController {

    private final VoiceController voices;
    private final VoterAnswers answers;

    VoiceFormController(VoiceController voices, VoterAnswers answers) {
        this.voices = voices;
        this.answers = answers;
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
        return answers.form(
                request,
                form.getFirst("formToken"),
                back.path(),
                token -> VoicePage.again(back.path(), slug, said, token),
                voter -> voices.store(request, voter, said));
    }
}
