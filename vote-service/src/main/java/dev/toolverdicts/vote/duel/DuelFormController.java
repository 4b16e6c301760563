package dev.toolverdicts.vote.duel;

import dev.toolverdicts.vote.accept.WayBack;
import dev.toolverdicts.vote.voter.FormToken;
import dev.toolverdicts.vote.voter.Voter;
import dev.toolverdicts.vote.voter.VoterCookie;
import dev.toolverdicts.vote.web.InvalidInput;
import dev.toolverdicts.vote.web.Pages;
import java.net.URI;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.util.MultiValueMap;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/// `POST /duel/{a}-vs-{b}`: the ballot of a page without scripts. Answers lead back to the page; refusals are
/// pages.
final class DuelFormController {

    private static final String NONE = "none";

    private final DuelController duels;
    private final VoterCookie voters;
    private final FormToken tokens;

    DuelFormController(DuelController duels, VoterCookie voters, FormToken tokens) {
        this.duels = duels;
        this.voters = voters;
        this.tokens = tokens;
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
        Voter voter = voters.readOrIssue(request.cookies());
        String token = form.getFirst("formToken");
        // A voter made just now has no token yet, so a form without cookies ends here too.
        if (token == null || !tokens.isOf(voter.id(), token)) {
            return DuelPage.again(back.path(), pair, word, tokens.of(voter.id()))
                    .answer(ServerResponse.status(HttpStatus.FORBIDDEN)
                            .headers(headers -> voters.write(voter, headers)));
        }
        return duels.store(pair, voter, winner.orElse(null))
                .flatMap(_ -> ServerResponse.seeOther(URI.create(back.path()))
                        .headers(headers -> {
                            voters.write(voter, headers);
                            headers.setCacheControl("no-store");
                        })
                        .build());
    }
}
