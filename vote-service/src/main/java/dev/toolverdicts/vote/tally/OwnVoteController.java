package dev.toolverdicts.vote.tally;

import dev.toolverdicts.vote.email.Vouching;
import dev.toolverdicts.vote.duel.OwnDuel;
import dev.toolverdicts.vote.duel.OwnDuels;
import dev.toolverdicts.vote.knowntool.KnownTool;
import dev.toolverdicts.vote.knowntool.KnownTools;
import dev.toolverdicts.vote.role.OnRole;
import dev.toolverdicts.vote.role.Role;
import dev.toolverdicts.vote.voter.FormToken;
import dev.toolverdicts.vote.voter.Receipt;
import dev.toolverdicts.vote.voter.Receipts;
import dev.toolverdicts.vote.voter.RecentVotes;
import dev.toolverdicts.vote.voter.Voter;
import dev.toolverdicts.vote.voter.VoterCookie;
import dev.toolverdicts.vote.web.InvalidInput;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/// `GET /api/v1/tools/{slug}/vote` and `GET /api/v1/votes`: what the visitor chose, at once after their 202.
@Component
@OnRole(Role.QUERY)
final class OwnVoteController {

    private static final int MOST_TOOLS = 100;

    /// @param votes by the address asked with; what is not known is not in it
    record Votes(Map<String, OwnVote> votes, String formToken) {}

    /// The same for a comparison's page.
    ///
    /// @param duel null when it is not known just now, or there are no such two tools
    record VotesAndDuel(
            Map<String, OwnVote> votes,
            String formToken,
            @Nullable OwnDuel duel) {}

    private final KnownTools tools;
    private final OwnVotes own;
    private final OwnDuels duels;
    private final VoterCookie voters;
    private final Receipts receipts;
    private final RecentVotes recent;
    private final FormToken formTokens;
    private final Vouching vouching;

    OwnVoteController(
            KnownTools tools,
            OwnVotes own,
            OwnDuels duels,
            VoterCookie voters,
            Receipts receipts,
            RecentVotes recent,
            FormToken formTokens,
            Vouching vouching) {
        this.tools = tools;
        this.own = own;
        this.duels = duels;
        this.voters = voters;
        this.receipts = receipts;
        this.recent = recent;
        this.formTokens = formTokens;
        this.vouching = vouching;
    }

    Mono<ServerResponse> one(ServerRequest request) {
        Voter voter = voters.readOrIssue(request.cookies());
        Optional<Receipt> after = request.queryParam("after")
                .map(text -> receipts.read(text, voter.id())
                        .orElseThrow(() -> new InvalidInput("/after", "is not a receipt of this voter")));
        Map<UUID, Receipt> known = new HashMap<>(recent.read(request.cookies(), voter.id()));
        after.ifPresent(it -> known.merge(it.toolId(), it, OwnVoteController::later));
        Mono<Boolean> counted = after.map(own::awaitCounted).orElse(Mono.just(true));
        return tools.resolve(request.pathVariable("slug"))
                .flatMap(tool -> counted.flatMap(_ -> own.find(voter.id(), List.of(tool.toolId()), known))
                        .flatMap(votes -> answer(request, voter, votes.getOrDefault(tool.toolId(), OwnVote.NONE))));
    }

    private static Receipt later(Receipt one, Receipt other) {
        return one.offset() >= other.offset() ? one : other;
    }

    Mono<ServerResponse> many(ServerRequest request) {
        Map<String, UUID> wanted = new LinkedHashMap<>();
        for (String slug : SlugList.of(request, MOST_TOOLS)) {
            tools.find(slug).map(KnownTool::toolId).ifPresent(tool -> wanted.put(slug, tool));
        }
        Optional<Voter> known = voters.read(request.cookies());
        if (known.isEmpty()) {
            var none = new HashMap<UUID, OwnVote>();
            wanted.values().forEach(tool -> none.put(tool, OwnVote.NONE));
            return answer(request, voters.issue(), wanted, none);
        }
        Voter voter = known.get();
        return own.findAsFarAsKnown(voter.id(), wanted.values(), recent.read(request.cookies(), voter.id()))
                .flatMap(votes -> answer(request, voter, wanted, votes));
    }

    private Mono<ServerResponse> answer(
            ServerRequest request, Voter voter, Map<String, UUID> wanted, Map<UUID, OwnVote> found) {
        var votes = new LinkedHashMap<String, OwnVote>();
        wanted.forEach((slug, tool) -> {
            OwnVote vote = found.get(tool);
            if (vote != null) {
                votes.put(slug, vote);
            }
        });
        String token = formTokens.of(voter.id());
        return request.queryParam("duel")
                .map(pair -> duels.asFarAsKnown(voter.id(), pair)
                        .<Object>map(duel -> new VotesAndDuel(votes, token, duel))
                        .defaultIfEmpty(new VotesAndDuel(votes, token, null)))
                .orElseGet(() -> Mono.just(new Votes(votes, token)))
                .flatMap(body -> answer(request, voter, body));
    }

    private Mono<ServerResponse> answer(ServerRequest request, Voter voter, Object body) {
        return vouching.renewed(voter, request.cookies())
                .flatMap(renewed -> ServerResponse.ok()
                        .headers(headers -> {
                            voters.write(renewed, headers);
                            headers.setCacheControl("private, no-store");
                        })
                        .contentType(MediaType.APPLICATION_JSON)
                        .bodyValue(body));
    }
}
