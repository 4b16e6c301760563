package dev.toolverdicts.vote.email;

import dev.toolverdicts.vote.voter.FormToken;
import dev.toolverdicts.vote.voter.Networks;
import dev.toolverdicts.vote.voter.Voter;
import dev.toolverdicts.vote.voter.VoterCookie;
import dev.toolverdicts.vote.web.Pages;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import org.springframework.http.HttpStatus;
import org.springframework.util.MultiValueMap;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/// `/my-votes/email` and `/my-votes/verify`: asking for a link, and the link. Opening it changes nothing, since mail
/// scanners open every link; it works only for the voter who asked, so nobody proves an address for somebody else.
final class EmailController {

    private final EmailService service;
    private final VoterCookie voters;
    private final FormToken tokens;
    private final Networks networks;
    private final Scheduler scheduler;
    private final Clock clock;

    EmailController(
            EmailService service,
            VoterCookie voters,
            FormToken tokens,
            Networks networks,
            Scheduler scheduler,
            Clock clock) {
        this.service = service;
        this.voters = voters;
        this.tokens = tokens;
        this.networks = networks;
        this.scheduler = scheduler;
        this.clock = clock;
    }

    Mono<ServerResponse> ask(ServerRequest request) {
        return submitted(request, (voter, form) -> {
            String typed = form.getFirst("email");
            var address = new EmailAddress(typed == null ? "" : typed.strip());
            String network = networks.hash(request.headers().asHttpHeaders(), clock.instant());
            return run(() -> {
                        service.ask(voter.id(), address, network);
                        return true;
                    })
                    .then(Mono.defer(() -> EmailPage.asked().answer(HttpStatus.OK)));
        });
    }

    Mono<ServerResponse> open(ServerRequest request) {
        return Pages.explained(
                Mono.defer(() -> voters.read(request.cookies())
                        .map(voter -> EmailPage.button(
                                        request.queryParam("token").orElse(""), tokens.of(voter.id()))
                                .answer(HttpStatus.OK))
                        .orElseGet(EmailController::worthless)),
                EmailPage::refused);
    }

    Mono<ServerResponse> verify(ServerRequest request) {
        return submitted(request, (voter, form) -> {
            String token = String.valueOf(form.getFirst("token"));
            return run(() -> service.verify(voter.id(), token))
                    .flatMap(
                            from -> from.map(at -> verified(request, voter, at)).orElseGet(EmailController::worthless));
        });
    }

    private Mono<ServerResponse> verified(ServerRequest request, Voter voter, Instant from) {
        Instant now = clock.instant();
        return run(() -> service.vouch(voter.id()))
                // A cookie that vouches no longer than now is one that asks again.
                .map(until ->
                        voters.vouched(request.cookies(), until.orElse(now)).orElse(voter))
                .flatMap(vouched -> EmailPage.verified(from, now)
                        .answer(ServerResponse.ok().headers(headers -> voters.write(vouched, headers))));
    }

    Mono<ServerResponse> forget(ServerRequest request) {
        return submitted(
                request,
                (voter, _) -> run(() -> {
                            service.forget(voter.id());
                            return voters.vouched(request.cookies(), null).orElse(voter);
                        })
                        .flatMap(plain -> ServerResponse.seeOther(URI.create("/my-votes"))
                                .headers(headers -> {
                                    voters.write(plain, headers);
                                    headers.setCacheControl("no-store");
                                })
                                .build()));
    }

    private Mono<ServerResponse> submitted(
            ServerRequest request, BiFunction<Voter, MultiValueMap<String, String>, Mono<ServerResponse>> then) {
        return Pages.explained(
                Pages.form(request).flatMap(form -> {
                    String token = form.getFirst("formToken");
                    Optional<Voter> voter =
                            voters.read(request.cookies()).filter(it -> token != null && tokens.isOf(it.id(), token));
                    return voter.map(it -> then.apply(it, form)).orElseGet(EmailController::worthless);
                }),
                EmailPage::refused);
    }

    private <T> Mono<T> run(Callable<T> work) {
        return Mono.fromCallable(work).subscribeOn(scheduler);
    }

    private static Mono<ServerResponse> worthless() {
        return EmailPage.worthless().answer(HttpStatus.FORBIDDEN);
    }
}
