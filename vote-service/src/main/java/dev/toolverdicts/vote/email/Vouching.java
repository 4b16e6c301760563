package dev.toolverdicts.vote.email;

import dev.toolverdicts.vote.voter.Voter;
import dev.toolverdicts.vote.voter.VoterCookie;
import dev.toolverdicts.vote.web.Pages;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.http.HttpCookie;
import org.springframework.util.MultiValueMap;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/// Keeps the cookies of verified voters fresh while they read: accepting votes looks at nothing else. What a cookie
/// says
/// runs out by itself, so an address that has moved on stops vouching for its former voter.
public final class Vouching {

    private static final Duration PATIENCE = Duration.ofMillis(300);

    private final EmailService service;
    private final VoterCookie cookies;
    private final Duration vouched;
    private final Scheduler scheduler;
    private final Clock clock;

    Vouching(EmailService service, VoterCookie cookies, Duration vouched, Scheduler scheduler, Clock clock) {
        this.service = service;
        this.cookies = cookies;
        this.vouched = vouched;
        this.scheduler = scheduler;
        this.clock = clock;
    }

    /// The same voter, with a new cookie where the old one has less than half its time left. Voters who never verified
    /// anything cost nothing here; when the database is away, what the cookie says stands.
    public Mono<Voter> renewed(Voter voter, MultiValueMap<String, HttpCookie> sent) {
        Instant fresh = clock.instant().plus(vouched.dividedBy(2));
        if (voter.provenUntil().filter(fresh::isAfter).isEmpty()) {
            return Mono.just(voter);
        }
        return Mono.fromCallable(() -> renew(voter, sent))
                .subscribeOn(scheduler)
                // A read that needs no database must not wait for it.
                .timeout(PATIENCE, Mono.just(voter))
                .onErrorReturn(Pages::isOutage, voter);
    }

    private Voter renew(Voter voter, MultiValueMap<String, HttpCookie> sent) {
        var until = service.vouch(voter.id());
        // An address whose former voter is still vouched for waits: this cookie asks again.
        if (until.isEmpty() && service.validFrom(voter.id()).isPresent()) {
            return voter;
        }
        return cookies.vouched(sent, until.orElse(null)).orElse(voter);
    }
}
