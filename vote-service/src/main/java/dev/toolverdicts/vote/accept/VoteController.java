package dev.toolverdicts.vote.accept;

import dev.toolverdicts.vote.knowntool.KnownTool;
import dev.toolverdicts.vote.knowntool.KnownTools;
import dev.toolverdicts.vote.role.OnRole;
import dev.toolverdicts.vote.role.Role;
import dev.toolverdicts.vote.voter.Choice;
import dev.toolverdicts.vote.voter.Receipt;
import dev.toolverdicts.vote.voter.Voter;
import dev.toolverdicts.vote.voter.VoterCookie;
import dev.toolverdicts.vote.web.CrossSiteRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// `PUT` and `DELETE /api/v1/tools/{slug}/vote`: 202 with a receipt once the vote is durable in the log.
@Component
@OnRole(Role.ACCEPT)
final class VoteController {

    private final KnownTools tools;
    private final VoteLog log;
    private final VoterCookie voters;
    private final VoteAnswer answer;
    private final Origin origin;
    private final Clock clock;

    VoteController(KnownTools tools, VoteLog log, VoterCookie voters, VoteAnswer answer, Origin origin, Clock clock) {
        this.tools = tools;
        this.log = log;
        this.voters = voters;
        this.answer = answer;
        this.origin = origin;
        this.clock = clock;
    }

    Mono<Void> cast(String slug, ServerHttpRequest request, ServerHttpResponse response) {
        return cast(slug, request, response, VoteBody.read(request));
    }

    Mono<Void> withdraw(String slug, ServerHttpRequest request, ServerHttpResponse response) {
        return cast(slug, request, response, Mono.just(Choice.NONE));
    }

    private Mono<Void> cast(String slug, ServerHttpRequest request, ServerHttpResponse response, Mono<Choice> read) {
        CrossSiteRequest.refuse(request.getHeaders());
        Voter voter = voters.readOrIssue(request.getCookies());
        return read.flatMap(choice -> record(slug, request, voter, choice))
                .doOnError(VoteNotDurable.class, unknown -> voters.write(voter, unknown.getHeaders()))
                .flatMap(receipt -> {
                    response.setStatusCode(HttpStatus.ACCEPTED);
                    byte[] body = answer.json(request.getCookies(), voter, receipt, response.getHeaders());
                    return response.writeWith(Mono.just(response.bufferFactory().wrap(body)));
                });
    }

    /// Appends the choice to the log; the page's form does the same by another way in.
    Mono<Receipt> record(String slug, ServerHttpRequest request, Voter voter, Choice choice) {
        return tools.resolve(slug).flatMap(tool -> log.append(vote(tool, Sent.with(request), voter, choice)));
    }

    /// The same without waiting for a tool that is on its way.
    ///
    /// @param told on the log's thread; null when the vote is not known to be durable
    /// @return false, with nothing done, when the tool is not known
    boolean record(String slug, Sent sent, Voter voter, Choice choice, Consumer<@Nullable Receipt> told) {
        Optional<KnownTool> tool = tools.find(slug);
        tool.ifPresent(it -> log.append(vote(it, sent, voter, choice), told));
        return tool.isPresent();
    }

    private VoteCast vote(KnownTool tool, Sent sent, Voter voter, Choice choice) {
        Instant now = clock.instant();
        return new VoteCast(
                tool.toolId(),
                voter.id(),
                choice,
                voter.tier(now).toString(),
                origin.networkHash(sent.headers(), now),
                origin.referrerKind(sent.headers()),
                voter.since().truncatedTo(ChronoUnit.HOURS),
                now,
                origin.arrivalSite(sent.cookies()));
    }
}
