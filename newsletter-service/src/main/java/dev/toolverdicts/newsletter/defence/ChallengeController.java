package dev.toolverdicts.newsletter.defence;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Newsletter")
class ChallengeController {

    private final ProofOfWork work;
    private final Clock clock;

    ChallengeController(ProofOfWork work, Clock clock) {
        this.work = work;
        this.clock = clock;
    }

    @GetMapping(path = "/api/v1/newsletter/challenge", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "A proof of work to be done; one sign-up that brings it along has wider limits")
    ResponseEntity<Challenge> challenge() {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(work.challenge(clock.instant()));
    }
}
