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
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
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

    Mono<ServerResponse> cast(ServerRequest request) {
        CrossSiteRequest.refuse(request);
        Voter voter = voters.readOrIssue(request);
        return VoteBody.read(request).flatMap(choice -> append(request, voter, choice));
    }

    Mono<ServerResponse> withdraw(ServerRequest request) {
        CrossSiteRequest.refuse(request);
        return append(request, voters.readOrIssue(request), Choice.NONE);
    }

    private Mono<ServerResponse> append(ServerRequest request, Voter voter, Choice choice) {
        return record(request, voter, choice).flatMap(receipt -> accepted(request, voter, choice, receipt));
    }

    /// Appends the choice to the log; the page's form does the same by another way in.
    Mono<Receipt> record(ServerRequest request, Voter voter, Choice choice) {
        return tools.resolve(request.pathVariable("slug"))
                .flatMap(tool -> log.append(new VoteCast(
                        tool.toolId(),
                        voter.id(),
                        choice,
                        "device",
                        origin.networkHash(request),
                        origin.referrerKind(request),
                        clock.instant())));
    }

    /// Sets the cookies that show the vote at once, wherever the next read goes.
    String remember(ServerRequest request, Voter voter, Receipt receipt, HttpHeaders headers) {
        String text = receipts.write(receipt, voter.id());
        voters.write(voter, headers);
        recent.add(request, text, headers);
        return text;
    }

    private Mono<ServerResponse> accepted(ServerRequest request, Voter voter, Choice choice, Receipt receipt) {
        return ServerResponse.accepted().build((exchange, _) -> {
            ServerHttpResponse response = exchange.getResponse();
            HttpHeaders headers = response.getHeaders();
            String text = remember(request, voter, receipt, headers);
            // Neither part can hold anything that JSON escapes.
            String body = choice == Choice.NONE
                    ? "{\"choice\":null,\"receipt\":\"" + text + "\"}"
                    : "{\"choice\":\"" + choice + "\",\"receipt\":\"" + text + "\"}";
            headers.setContentType(MediaType.APPLICATION_JSON);
            headers.setContentLength(body.length());
            headers.setCacheControl("no-store");
            return response.writeWith(Mono.just(response.bufferFactory().wrap(body.getBytes(US_ASCII))));
        });
    }
}
