package dev.toolverdicts.vote.voter;

import dev.toolverdicts.vote.web.SitePage;
import java.net.URI;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/// What answers to voters have in common: the cookie goes along, and no cache keeps them.
@Component
public class VoterAnswers {

    private final VoterCookie voters;
    private final FormToken tokens;
    private final OwnForm forms;

    VoterAnswers(VoterCookie voters, FormToken tokens, OwnForm forms) {
        this.voters = voters;
        this.tokens = tokens;
        this.forms = forms;
    }

    public Mono<ServerResponse> json(Voter voter, Object body) {
        return ServerResponse.ok()
                .headers(headers -> write(voter, "private, no-store", headers))
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body);
    }

    /// Takes a page's form, and leads back to the page.
    ///
    /// @param token as the form has it; one that is not the voter's changes nothing, see [OwnForm]
    /// @param again the page in place of such a form, with a form of the token it is given
    /// @param store does what the form says
    public <T> Mono<ServerResponse> form(
            ServerRequest request,
            @Nullable String token,
            String back,
            Function<String, SitePage> again,
            Function<Voter, Mono<T>> store) {
        Optional<Voter> known = voters.read(request.cookies());
        Voter voter = known.orElseGet(voters::issue);
        if (!forms.isOurs(request.headers().asHttpHeaders(), known, token)) {
            return again.apply(tokens.of(voter.id()))
                    .answer(ServerResponse.status(HttpStatus.FORBIDDEN)
                            .headers(headers -> voters.write(voter, headers)));
        }
        return store.apply(voter)
                .flatMap(_ -> ServerResponse.seeOther(URI.create(back))
                        .headers(headers -> write(voter, "no-store", headers))
                        .build());
    }

    private void write(Voter voter, String cacheControl, HttpHeaders headers) {
        voters.write(voter, headers);
        headers.setCacheControl(cacheControl);
    }
}
