package dev.toolverdicts.vote.accept;

import dev.toolverdicts.vote.role.OnRole;
import dev.toolverdicts.vote.role.Role;
import dev.toolverdicts.vote.voter.Choice;
import dev.toolverdicts.vote.voter.FormToken;
import dev.toolverdicts.vote.voter.OwnForm;
import dev.toolverdicts.vote.voter.Voter;
import dev.toolverdicts.vote.voter.VoterCookie;
import dev.toolverdicts.vote.web.CrossSiteRequest;
import dev.toolverdicts.vote.web.InvalidInput;
import dev.toolverdicts.vote.web.Refusal;
import dev.toolverdicts.vote.web.UnsupportedBody;
import java.net.URI;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/// `POST /tool/{slug}/vote`: the vote of a page without scripts. Answers lead back to the page; refusals
/// are pages.
@Component
@OnRole(Role.ACCEPT)
final class VoteFormController {

    private final VoteController votes;
    private final VoteAnswer answer;
    private final VoterCookie voters;
    private final FormToken tokens;
    private final OwnForm forms;

    VoteFormController(VoteController votes, VoteAnswer answer, VoterCookie voters, FormToken tokens, OwnForm forms) {
        this.votes = votes;
        this.answer = answer;
        this.voters = voters;
        this.tokens = tokens;
        this.forms = forms;
    }

    Mono<ServerResponse> cast(ServerRequest request) {
        if (!request.headers()
                .contentType()
                .filter(MediaType.APPLICATION_FORM_URLENCODED::includes)
                .isPresent()) {
            return Mono.error(new UnsupportedBody(MediaType.APPLICATION_FORM_URLENCODED));
        }
        return request.formData().flatMap(form -> {
            WayBack back = WayBack.of(form.getFirst("back"), request.pathVariable("slug"));
            return Mono.defer(() -> cast(request, form, back))
                    .onErrorResume(Refusal.class, refusal -> RefusalPage.of(refusal, back));
        });
    }

    private Mono<ServerResponse> cast(ServerRequest request, MultiValueMap<String, String> form, WayBack back) {
        CrossSiteRequest.refuse(request.exchange().getRequest().getHeaders());
        String word = form.getFirst("choice");
        Choice choice = Choice.of(word == null ? "" : word)
                .orElseThrow(() -> new InvalidInput("/choice", "must be ship, skip or none"));
        Optional<Voter> known = voters.read(request.cookies());
        Voter voter = known.orElseGet(voters::issue);
        ServerHttpRequest sent = request.exchange().getRequest();
        if (!forms.isOurs(sent.getHeaders(), known, form.getFirst("formToken"))) {
            return again(request, voter, choice, back);
        }
        return votes.record(request.pathVariable("slug"), sent, voter, choice)
                .flatMap(receipt -> ServerResponse.seeOther(URI.create(back.path()))
                        .headers(headers -> {
                            var _ = answer.remember(request.cookies(), voter, receipt, headers);
                            headers.setCacheControl("no-store");
                        })
                        .build());
    }

    private Mono<ServerResponse> again(ServerRequest request, Voter voter, Choice choice, WayBack back) {
        var expired = new FormExpired();
        voters.write(voter, expired.getHeaders());
        return RefusalPage.again(expired, back, request.pathVariable("slug"), choice, tokens.of(voter.id()));
    }

    /// The form was not made for the voter who sent it: its page is too old, or it is another site's.
    static final class FormExpired extends Refusal {
        FormExpired() {
            super(
                    HttpStatus.FORBIDDEN,
                    "form-expired",
                    "Once more, please",
                    "Your vote is not stored yet: the page you voted on was older than your visit. One click casts it.");
        }
    }
}
