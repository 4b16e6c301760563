package dev.toolverdicts.vote.accept;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.toolverdicts.vote.knowntool.KnownTools;
import dev.toolverdicts.vote.role.OnRole;
import dev.toolverdicts.vote.role.Role;
import dev.toolverdicts.vote.voter.Choice;
import dev.toolverdicts.vote.voter.Receipt;
import dev.toolverdicts.vote.voter.Receipts;
import dev.toolverdicts.vote.voter.RecentVotes;
import dev.toolverdicts.vote.voter.Voter;
import dev.toolverdicts.vote.voter.VoterCookie;
import dev.toolverdicts.vote.web.CrossSiteRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
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
    private final Receipts receipts;
    private final RecentVotes recent;
    private final Origin origin;
    private final Clock clock;

    VoteController(
            KnownTools tools,
            VoteLog log,
            VoterCookie voters,
            Receipts receipts,
            RecentVotes recent,
            Origin origin,
            Clock clock) {
        this.tools = tools;
        this.log = log;
        this.voters = voters;
        this.receipts = receipts;
        this.recent = recent;
        this.origin = origin;
        this.clock = clock;
    }

    Mono<Void> cast(String slug, ServerHttpRequest request, ServerHttpResponse response) {
        CrossSiteRequest.refuse(request.getHeaders());
        Voter voter = voters.readOrIssue(request.getCookies());
        return VoteBody.read(request)
                .flatMap(choice -> record(slug, request, voter, choice))
                .flatMap(receipt -> accepted(request, response, voter, receipt));
    }

    Mono<Void> withdraw(String slug, ServerHttpRequest request, ServerHttpResponse response) {
        CrossSiteRequest.refuse(request.getHeaders());
        Voter voter = voters.readOrIssue(request.getCookies());
        return record(slug, request, voter, Choice.NONE)
                .flatMap(receipt -> accepted(request, response, voter, receipt));
    }

    /// Appends the choice to the log; the page's form does the same by another way in.
    Mono<Receipt> record(String slug, ServerHttpRequest request, Voter voter, Choice choice) {
        Instant now = clock.instant();
        return tools.resolve(slug)
                .flatMap(tool -> log.append(new VoteCast(
                        tool.toolId(),
                        voter.id(),
                        choice,
                        "device",
                        origin.networkHash(request.getHeaders(), now),
                        origin.referrerKind(request.getHeaders()),
                        voter.since().truncatedTo(ChronoUnit.HOURS),
                        now)));
    }

    /// Sets the cookies that show the vote at once, wherever the next read goes.
    String remember(ServerHttpRequest request, Voter voter, Receipt receipt, HttpHeaders headers) {
        String text = receipts.write(receipt, voter.id());
        voters.write(voter, headers);
        recent.add(request.getCookies(), text, headers);
        return text;
    }

    /// Runs on the log's own thread: nothing here may block.
    private Mono<Void> accepted(ServerHttpRequest request, ServerHttpResponse response, Voter voter, Receipt receipt) {
        HttpHeaders headers = response.getHeaders();
        String text = remember(request, voter, receipt, headers);
        // Neither part can hold anything that JSON escapes.
        String body = receipt.choice() == Choice.NONE
                ? "{\"choice\":null,\"receipt\":\"" + text + "\"}"
                : "{\"choice\":\"" + receipt.choice() + "\",\"receipt\":\"" + text + "\"}";
        response.setStatusCode(HttpStatus.ACCEPTED);
        headers.set(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON_VALUE);
        headers.set(HttpHeaders.CONTENT_LENGTH, Integer.toString(body.length()));
        headers.set(HttpHeaders.CACHE_CONTROL, "no-store");
        return response.writeWith(Mono.just(response.bufferFactory().wrap(body.getBytes(US_ASCII))));
    }
}
