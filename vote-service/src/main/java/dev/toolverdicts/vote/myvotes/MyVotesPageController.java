package dev.toolverdicts.vote.myvotes;

import dev.toolverdicts.vote.voter.FormToken;
import dev.toolverdicts.vote.voter.Voter;
import dev.toolverdicts.vote.voter.VoterCookie;
import dev.toolverdicts.vote.web.CrossSiteRequest;
import dev.toolverdicts.vote.web.Refusal;
import dev.toolverdicts.vote.web.UnsupportedBody;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.transaction.TransactionException;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/// `/my-votes` for people: the list, one question before deleting, and the deletion.
final class MyVotesPageController {

    private final MyVotesController votes;
    private final MyVotesPage page;
    private final VoterCookie voters;
    private final FormToken tokens;

    MyVotesPageController(MyVotesController votes, MyVotesPage page, VoterCookie voters, FormToken tokens) {
        this.votes = votes;
        this.page = page;
        this.voters = voters;
        this.tokens = tokens;
    }

    Mono<ServerResponse> list(ServerRequest request) {
        return explained(Mono.defer(() -> votes.own(request))
                .flatMap(own -> page.list(own, request.queryParam("deleted").isPresent())
                        .answer(HttpStatus.OK)));
    }

    Mono<ServerResponse> confirm(ServerRequest request) {
        return explained(Mono.defer(() -> question(request, HttpStatus.OK)));
    }

    private Mono<ServerResponse> question(ServerRequest request, HttpStatus status) {
        Optional<Voter> voter = voters.read(request.cookies());
        return votes.own(request)
                .flatMap(own -> own.isEmpty() || voter.isEmpty()
                        ? ServerResponse.seeOther(URI.create("/my-votes")).build()
                        : page.confirm(own.size(), tokens.of(voter.get().id())).answer(status));
    }

    Mono<ServerResponse> delete(ServerRequest request) {
        if (request.headers()
                .contentType()
                .filter(MediaType.APPLICATION_FORM_URLENCODED::includes)
                .isEmpty()) {
            return Mono.error(new UnsupportedBody(MediaType.APPLICATION_FORM_URLENCODED));
        }
        return explained(request.formData().flatMap(form -> {
            CrossSiteRequest.refuse(request.headers().asHttpHeaders());
            String token = form.getFirst("formToken");
            Optional<Voter> voter = voters.read(request.cookies());
            if (token == null || voter.isEmpty() || !tokens.isOf(voter.get().id(), token)) {
                // The question again, with a form that is valid now.
                return question(request, HttpStatus.FORBIDDEN);
            }
            return votes.delete(voter.get())
                    .flatMap(withdrawn -> ServerResponse.seeOther(URI.create("/my-votes?deleted"))
                            .headers(headers -> {
                                votes.remember(voter.get(), withdrawn, headers);
                                headers.setCacheControl("no-store");
                            })
                            .build());
        }));
    }

    /// Refusals and outages as pages.
    private Mono<ServerResponse> explained(Mono<ServerResponse> answer) {
        return answer.onErrorResume(Refusal.class, this::refused)
                .onErrorResume(
                        failure -> failure instanceof DataAccessException
                                || failure instanceof TransactionException
                                || failure instanceof RejectedExecutionException,
                        _ -> page.refused(
                                        "Not at hand just now",
                                        "Your votes cannot be looked up right now. Try again in a moment.")
                                .answer(ServerResponse.status(HttpStatus.SERVICE_UNAVAILABLE)
                                        .header("Retry-After", "5")));
    }

    private Mono<ServerResponse> refused(Refusal refusal) {
        return page.refused(
                        String.valueOf(refusal.getBody().getTitle()),
                        String.valueOf(refusal.getBody().getDetail()))
                .answer(ServerResponse.status(refusal.getStatusCode())
                        .headers(headers -> headers.putAll(refusal.getHeaders())));
    }
}
