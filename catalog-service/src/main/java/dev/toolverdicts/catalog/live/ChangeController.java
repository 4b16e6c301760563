package dev.toolverdicts.catalog.live;

import dev.toolverdicts.platform.web.InvalidInput;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/// `GET /api/v1/changes/stream`: from memory, no database.
@RestController
@Tag(name = "Live")
class ChangeController {

    /// Copies do not hear at the same moment, and their clocks may differ.
    private static final Duration OVERLAP = Duration.ofSeconds(2);

    private final ChangeRoom room;
    private final LiveSettings settings;
    private final Clock clock;

    ChangeController(ChangeRoom room, LiveSettings settings, Clock clock) {
        this.room = room;
        this.settings = settings;
        this.clock = clock;
    }

    @GetMapping(path = "/api/v1/changes/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Operation(
            summary = "Server-sent events named change: hints that something has changed, so that it is read again",
            description =
                    "`tools` are slugs; without it changes of every tool and of boards are told. `past` says how many"
                            + " milliseconds back, a minute at most, hints come first; `Last-Event-ID` says so too.",
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            description =
                                    "A stream; each event's data is `{slug, kind, asOf}`. The slug is null when it is"
                                            + " about no single tool, the kind `any` when anything may have changed.",
                            content =
                                    @Content(
                                            mediaType = MediaType.TEXT_EVENT_STREAM_VALUE,
                                            schema = @Schema(type = "string"))))
    ResponseEntity<SseEmitter> stream(
            @RequestParam(required = false) @Nullable String tools,
            @RequestParam(required = false) @Nullable String past,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId,
            HttpServletRequest request)
            throws IOException {
        Set<String> slugs = slugs(tools);
        Instant since = since(lastEventId, past);
        var line = new SseLine();
        ChangeReader reader = room.open(slugs, ClientAddress.of(request), since, line);
        line.whenGone(() -> room.leave(reader));
        line.hello(since);
        return ResponseEntity.ok()
                .contentType(MediaType.TEXT_EVENT_STREAM)
                .cacheControl(CacheControl.noStore())
                .header("X-Accel-Buffering", "no")
                .body(line.emitter());
    }

    private Set<String> slugs(@Nullable String tools) {
        if (tools == null) {
            return Set.of();
        }
        Set<String> slugs = Arrays.stream(tools.split(",", -1))
                .map(String::strip)
                .filter(slug -> !slug.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
        if (slugs.isEmpty()) {
            throw InvalidInput.of("/tools", "must name at least one tool, or be left out");
        }
        if (slugs.size() > settings.tools()) {
            throw InvalidInput.of("/tools", "must name at most " + settings.tools() + " tools");
        }
        return slugs;
    }

    /// What is not one of our ids says nothing.
    private Instant since(@Nullable String lastEventId, @Nullable String past) {
        Instant asked = clock.instant().minus(past(past));
        if (lastEventId == null || !lastEventId.matches("[0-9]{1,15}")) {
            return asked;
        }
        return Instant.ofEpochMilli(Long.parseLong(lastEventId)).minus(OVERLAP);
    }

    private static Duration past(@Nullable String millis) {
        if (millis == null) {
            return Duration.ZERO;
        }
        if (!millis.matches("[0-9]{1,5}") || Integer.parseInt(millis) > RecentChanges.KEPT.toMillis()) {
            throw InvalidInput.of("/past", "must be a number of milliseconds, 60000 at most");
        }
        return Duration.ofMillis(Integer.parseInt(millis));
    }
}
