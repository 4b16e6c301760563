package dev.toolverdicts.vote.myvotes;

import dev.toolverdicts.vote.voter.Receipt;
import dev.toolverdicts.vote.voter.Receipts;
import dev.toolverdicts.vote.voter.RecentVotes;
import dev.toolverdicts.vote.voter.Voter;
import dev.toolverdicts.vote.voter.VoterCookie;
import dev.toolverdicts.vote.web.CrossSiteRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/// `GET` and `DELETE /api/v1/my-votes`, and `GET /api/v1/my-votes/export`. Who has no cookie has no votes.
final class MyVotesController {

    /// @param said with votes
    record Own(List<MyVote> votes, List<MyDuel> duels, List<MyVoice> said) {

        static final Own NOTHING = new Own(List.of(), List.of(), List.of());

        boolean isEmpty() {
            return votes.isEmpty() && duels.isEmpty() && said.isEmpty();
        }
    }

    record Deleted(int votes) {}

    private final MyVotes votes;
    private final MyDuels duels;
    private final MyVoices voices;
    private final VoteDeletion deletion;
    private final Exports exports;
    private final VoterCookie voters;
    private final Receipts receipts;
    private final RecentVotes recent;

    MyVotesController(
            MyVotes votes,
            MyDuels duels,
            MyVoices voices,
            VoteDeletion deletion,
            Exports exports,
            VoterCookie voters,
            Receipts receipts,
            RecentVotes recent) {
        this.votes = votes;
        this.duels = duels;
        this.voices = voices;
        this.deletion = deletion;
        this.exports = exports;
        this.voters = voters;
        this.receipts = receipts;
        this.recent = recent;
    }

    Mono<ServerResponse> list(ServerRequest request) {
        return own(request).flatMap(found -> answer(found, _ -> {}));
    }

    /// What whoever sent this has cast.
    Mono<Own> own(ServerRequest request) {
        return Mono.justOrEmpty(voters.read(request.cookies()))
                .flatMap(voter -> Mono.zip(
                                votes.of(voter.id(), recent.read(request.cookies(), voter.id())),
                                duels.of(voter.id()),
                                voices.of(voter.id()))
                        .map(all -> new Own(all.getT1(), all.getT2(), all.getT3())))
                .defaultIfEmpty(Own.NOTHING);
    }

    Mono<ServerResponse> export(ServerRequest request) {
        return exports.of(voters.read(request.cookies()))
                .flatMap(all -> answer(
                        all,
                        headers -> headers.set(
                                HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"my-votes.json\"")));
    }

    Mono<ServerResponse> delete(ServerRequest request) {
        CrossSiteRequest.refuse(request.headers().asHttpHeaders());
        Optional<Voter> voter = voters.read(request.cookies());
        return Mono.justOrEmpty(voter)
                .flatMap(deletion::deleteAll)
                .defaultIfEmpty(List.of())
                .flatMap(withdrawn -> answer(
                        new Deleted(withdrawn.size()),
                        headers -> voter.ifPresent(it -> remember(it, withdrawn, headers))));
    }

    Mono<List<Receipt>> delete(Voter voter) {
        return deletion.deleteAll(voter);
    }

    /// The withdrawals are what the voter did last.
    void remember(Voter voter, List<Receipt> withdrawn, HttpHeaders headers) {
        recent.replace(
                withdrawn.stream()
                        .sorted(Comparator.comparing(Receipt::castAt).reversed())
                        .map(receipt -> receipts.write(receipt, voter.id()))
                        .toList(),
                headers);
    }

    private static Mono<ServerResponse> answer(Object body, Consumer<HttpHeaders> more) {
        return ServerResponse.ok()
                .headers(headers -> {
                    headers.setCacheControl("private, no-store");
                    more.accept(headers);
                })
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body);
    }
}
