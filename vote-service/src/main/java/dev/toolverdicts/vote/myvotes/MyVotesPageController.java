package dev.toolverdicts.vote.myvotes;

import dev.toolverdicts.vote.email.EmailSection;
import dev.toolverdicts.vote.email.Vouching;
import dev.toolverdicts.vote.voter.FormToken;
import dev.toolverdicts.vote.voter.Voter;
import dev.toolverdicts.vote.voter.VoterCookie;
import dev.toolverdicts.vote.web.Pages;
import java.net.URI;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/// `/my-votes` for people: the list, one question before deleting, and the deletion.
final class MyVotesPageController {

    private final MyVotesController votes;
    private final MyVotesPage page;
    private final VoterCookie voters;
    private final FormToken tokens;
    private final EmailSection email;
    private final Vouching vouching;

    MyVotesPageController(
            MyVotesController votes,
            MyVotesPage page,
            VoterCookie voters,
            FormToken tokens,
            EmailSection email,
            Vouching vouching) {
        this.votes = votes;
        this.page = page;
        this.voters = voters;
        this.tokens = tokens;
        this.email = email;
        this.vouching = vouching;
    }

    Mono<ServerResponse> list(ServerRequest request) {
        return explained(Mono.defer(() -> {
            boolean deleted = request.queryParam("deleted").isPresent();
            Optional<Voter> voter = voters.read(request.cookies());
            Mono<String> address = Mono.justOrEmpty(voter).flatMap(email::of).defaultIfEmpty("");
            return Mono.zip(votes.own(request), address, renewed(voter, request))
                    .flatMap(all -> page.list(all.getT1(), deleted, all.getT2())
                            .answer(ServerResponse.ok()
                                    .headers(headers -> all.getT3().ifPresent(it -> voters.write(it, headers)))));
        }));
    }

    private Mono<Optional<Voter>> renewed(Optional<Voter> voter, ServerRequest request) {
        return voter.map(it -> vouching.renewed(it, request.cookies()).map(Optional::of))
                .orElse(Mono.just(Optional.empty()));
    }

    Mono<ServerResponse> confirm(ServerRequest request) {
        return explained(Mono.defer(() -> question(request, HttpStatus.OK)));
    }

    private Mono<ServerResponse> question(ServerRequest request, HttpStatus status) {
        Optional<Voter> voter = voters.read(request.cookies());
        return votes.own(request)
                .flatMap(own -> own.isEmpty() || voter.isEmpty()
                        ? ServerResponse.seeOther(URI.create("/my-votes")).build()
                        : page.confirm(own, tokens.of(voter.get().id())).answer(status));
    }

    Mono<ServerResponse> delete(ServerRequest request) {
        return explained(Pages.form(request).flatMap(form -> {
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

    private static Mono<ServerResponse> explained(Mono<ServerResponse> answer) {
        return Pages.explained(answer, MyVotesPage::refused);
    }
}
