package dev.toolverdicts.vote.duel;

import dev.toolverdicts.vote.accept.WayBack;
import dev.toolverdicts.vote.voter.VoterAnswers;
import dev.toolverdicts.vote.web.InvalidInput;
import dev.toolverdicts.vote.web.Pages;
import java.util.Optional;
import org.springframework.util.MultiValueMap;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/// `POST /duel/{a}-vs-{b}`: the ballot of a page without scripts. Answers lead back to the page; refusals are
/// pages.
final class DuelFormController {

    private static final String NONE = "none";

    private final DuelController duels;
    private final VoterAnswers answers;

    DuelFormController(DuelController duels, VoterAnswers answers) {
        this.duels = duels;
        this.answers = answers;
    }

    Mono<ServerResponse> submit(ServerRequest request) {
        String pair = request.pathVariable("pair");
        WayBack usual = WayBack.ofPair(null, pair);
        return Pages.explained(
                Pages.form(request).flatMap(form -> submit(request, pair, form)),
                (title, why) -> DuelPage.refused(title, why, usual.path()));
    }

    private Mono<ServerResponse> submit(ServerRequest request, String pair, MultiValueMap<String, String> form) {
        WayBack back = WayBack.ofPair(form.getFirst("back"), pair);
        String word = Optional.ofNullable(form.getFirst("winner")).orElse("");
        Optional<Winner> winner = Winner.of(word);
        if (winner.isEmpty() && !word.equals(NONE)) {
            throw new InvalidInput("/winner", "must be a, b, tie or none");
        }
        return answers.form(
                request,
                form.getFirst("formToken"),
                back.path(),
                token -> DuelPage.again(back.path(), pair, word, token),
                voter -> duels.store(pair, voter, winner.orElse(null)));
    }
}
