package dev.toolverdicts.vote.tally;

import dev.toolverdicts.vote.duel.OwnDuels;
import dev.toolverdicts.vote.email.Vouching;
import dev.toolverdicts.vote.knowntool.KnownTool;
import dev.toolverdicts.vote.knowntool.KnownTools;
import dev.toolverdicts.vote.role.OnRole;
import dev.toolverdicts.vote.role.Role;
import dev.toolverdicts.vote.voice.OwnVoice;
import dev.toolverdicts.vote.voice.OwnVoices;
import dev.toolverdicts.vote.voter.Choice;
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

    /// What a page may ask for besides.
    private static final String DUEL = "duel";

    private static final String SAID = "said";

    /// Said by who only wants to know: reading makes no voter of somebody who is none.
    private static final String KNOWN = "known";

    private final KnownTools tools;
    private final OwnVotes own;
    private final OwnDuels duels;
    private final VoterCookie voters;
    private final Receipts receipts;
    private final RecentVotes recent;
    private final FormToken formTokens;
    private final Vouching vouching;
    private final OwnVoices voices;

    OwnVoteController(
            KnownTools tools,
            OwnVotes own,
            OwnDuels duels,
            VoterCookie voters,
            Receipts receipts,
            RecentVotes recent,
            FormToken formTokens,
            Vouching vouching,
            OwnVoices voices) {
        this.tools = tools;
        this.own = own;
        this.duels = duels;
        this.voters = voters;
        this.receipts = receipts;
        this.recent = recent;
        this.formTokens = formTokens;
        this.vouching = vouching;
        this.voices = voices;
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
            Voter newcomer = voters.issue();
            return request.queryParam(KNOWN).isPresent()
                    ? answer(request, newcomer.withoutCookie(), "", wanted, none)
                    : answer(request, newcomer, formTokens.of(newcomer.id()), wanted, none);
        }
        Voter voter = known.get();
        return own.findAsFarAsKnown(voter.id(), wanted.values(), recent.read(request.cookies(), voter.id()))
                .flatMap(votes -> answer(request, voter, formTokens.of(voter.id()), wanted, votes));
    }

    private Mono<ServerResponse> answer(
            ServerRequest request, Voter voter, String formToken, Map<String, UUID> wanted, Map<UUID, OwnVote> found) {
        var votes = new LinkedHashMap<String, OwnVote>();
        wanted.forEach((slug, tool) -> {
            OwnVote vote = found.get(tool);
            if (vote != null) {
                votes.put(slug, vote);
            }
        });
        var body = new LinkedHashMap<String, @Nullable Object>();
        body.put("votes", votes);
        body.put("formToken", formToken);
        return addSaid(request, voter, wanted, found, body)
                .then(Mono.defer(() -> addDuel(request, voter, body)))
                .then(Mono.defer(() -> answer(request, voter, body)));
    }

    /// What was said with the votes that stand, by the address asked with, where it is asked for.
    /// Most visitors have no vote on the page: they cost no question.
    private Mono<Void> addSaid(
            ServerRequest request,
            Voter voter,
            Map<String, UUID> wanted,
            Map<UUID, OwnVote> found,
            Map<String, @Nullable Object> body) {
        if (request.queryParam(SAID).isEmpty()) {
            return Mono.empty();
        }
        var said = new LinkedHashMap<String, OwnVoice>();
        body.put(SAID, said);
        var standing = new HashMap<UUID, Choice>();
        wanted.values().forEach(tool -> {
            OwnVote vote = found.get(tool);
            Choice choice = vote == null ? null : vote.choice();
            if (choice != null) {
                standing.put(tool, choice);
            }
        });
        return standing.isEmpty()
                ? Mono.empty()
                : voices.asFarAsKnown(voter.id(), standing)
                        .doOnNext(known -> wanted.forEach((slug, tool) -> {
                            OwnVoice voice = known.get(tool);
                            if (voice != null) {
                                said.put(slug, voice);
                            }
                        }))
                        .then();
    }

    /// The choice between two tools, where it is asked for; null when it is not known just now, or
    /// there are no such two.
    private Mono<Void> addDuel(ServerRequest request, Voter voter, Map<String, @Nullable Object> body) {
        return request.queryParam(DUEL)
                .map(pair -> {
                    body.put(DUEL, null);
                    return duels.asFarAsKnown(voter.id(), pair)
                            .doOnNext(duel -> body.put(DUEL, duel))
                            .then();
                })
                .orElseGet(Mono::empty);
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
