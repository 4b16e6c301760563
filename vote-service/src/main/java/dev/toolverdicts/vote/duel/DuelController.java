package dev.toolverdicts.vote.duel;

import dev.toolverdicts.vote.voter.FormToken;
import dev.toolverdicts.vote.voter.Voter;
import dev.toolverdicts.vote.voter.VoterAnswers;
import dev.toolverdicts.vote.voter.VoterCookie;
import dev.toolverdicts.vote.web.CrossSiteRequest;
import dev.toolverdicts.vote.web.InvalidInput;
import dev.toolverdicts.vote.web.JsonBody;
import org.jspecify.annotations.Nullable;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import tools.jackson.databind.JsonNode;

/// `GET`, `PUT` and `DELETE /api/v1/duels/{a}-vs-{b}`: which of two tools the visitor would ship. 200 once
/// it is stored.
final class DuelController {

    /// @param formToken for the form of a page without scripts
    record Answer(String a, String b, @Nullable Winner winner, long winsA, long winsB, long ties, String formToken) {

        static Answer of(OwnDuel duel, String formToken) {
            return new Answer(duel.a(), duel.b(), duel.winner(), duel.winsA(), duel.winsB(), duel.ties(), formToken);
        }
    }

    private final Meetings meetings;
    private final Duels duels;
    private final OwnDuels own;
    private final VoterCookie voters;
    private final FormToken tokens;
    private final VoterAnswers answers;
    private final Scheduler scheduler;

    DuelController(
            Meetings meetings,
            Duels duels,
            OwnDuels own,
            VoterCookie voters,
            FormToken tokens,
            VoterAnswers answers,
            Scheduler scheduler) {
        this.meetings = meetings;
        this.duels = duels;
        this.own = own;
        this.voters = voters;
        this.tokens = tokens;
        this.answers = answers;
        this.scheduler = scheduler;
    }

    Mono<ServerResponse> own(ServerRequest request) {
        Voter voter = voters.readOrIssue(request.cookies());
        return meetings.resolve(request.pathVariable("pair"))
                .flatMap(met -> own.find(voter.id(), met))
                .flatMap(duel -> answer(voter, duel));
    }

    Mono<ServerResponse> choose(ServerRequest request) {
        CrossSiteRequest.refuse(request.headers().asHttpHeaders());
        Voter voter = voters.readOrIssue(request.cookies());
        return JsonBody.read(request)
                .map(DuelController::read)
                .flatMap(winner -> store(request.pathVariable("pair"), voter, winner))
                .flatMap(duel -> answer(voter, duel));
    }

    Mono<ServerResponse> takeBack(ServerRequest request) {
        CrossSiteRequest.refuse(request.headers().asHttpHeaders());
        Voter voter = voters.readOrIssue(request.cookies());
        return store(request.pathVariable("pair"), voter, null).flatMap(duel -> answer(voter, duel));
    }

    /// The page's form does the same by another way in.
    ///
    /// @param winner as the address orders the tools; null takes the ballot back
    Mono<OwnDuel> store(String pair, Voter voter, @Nullable Winner winner) {
        return meetings.resolve(pair)
                .flatMap(met -> Mono.fromCallable(() -> {
                            Winner stored = met.turned(winner);
                            return met.own(stored, duels.choose(voter.id(), met.pair(), stored));
                        })
                        .subscribeOn(scheduler));
    }

    private static Winner read(JsonNode body) {
        if (!body.isObject()) {
            throw new InvalidInput("", "must be a JSON object");
        }
        JsonNode winner = body.get("winner");
        if (winner == null || !winner.isString()) {
            throw new InvalidInput("/winner", winner == null ? "is missing" : "must be a string");
        }
        return Winner.of(winner.asString()).orElseThrow(() -> new InvalidInput("/winner", "must be a, b or tie"));
    }

    private Mono<ServerResponse> answer(Voter voter, OwnDuel duel) {
        return answers.json(voter, Answer.of(duel, tokens.of(voter.id())));
    }
}
