package dev.toolverdicts.newsletter.digest;

import dev.toolverdicts.platform.web.ContentTag;
import dev.toolverdicts.platform.web.InvalidInput;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Newsletter")
class DigestController {

    private final DigestQueries digest;
    private final ContentTag tag;
    private final Clock clock;

    DigestController(DigestQueries digest, ContentTag tag, Clock clock) {
        this.digest = digest;
        this.tag = tag;
        this.clock = clock;
    }

    @GetMapping(path = "/api/v1/newsletter/digest", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "What the week's issue would tell; this week unless `week` names another, as in 2026-W48",
            security = @SecurityRequirement(name = "token"))
    ResponseEntity<Digest> digest(@RequestParam(required = false) @Nullable String week) {
        return tag.ok(digest.week(week == null ? IsoWeek.of(clock.instant()) : named(week)));
    }

    private static IsoWeek named(String week) {
        return IsoWeek.parse(week)
                .orElseThrow(() -> InvalidInput.of("/week", "must be an ISO week, for example 2026-W48"));
    }
}
