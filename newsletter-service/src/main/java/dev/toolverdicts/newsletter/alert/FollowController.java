package dev.toolverdicts.newsletter.alert;

import dev.toolverdicts.newsletter.idempotency.IdempotencyKey;
import dev.toolverdicts.platform.web.ContentTag;
import dev.toolverdicts.platform.web.description.Answers;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.databind.JsonNode;

/// What a subscriber follows.
@RestController
@RequestMapping("/api/v1/newsletter/follows")
@Tag(name = "Newsletter")
class FollowController {

    record TargetView(String kind, String key) {}

    record FollowView(
            UUID id,
            TargetView target,
            List<String> events,
            String channel,
            @Nullable UUID webhookId,
            Instant createdAt) {

        static FollowView of(Follow follow) {
            return new FollowView(
                    follow.id(),
                    new TargetView(follow.kind().toString(), follow.key()),
                    follow.events(),
                    follow.webhookId() == null ? "mail" : "webhook",
                    follow.webhookId(),
                    follow.createdAt());
        }
    }

    record FollowList(List<FollowView> follows, Instant asOf) {}

    /// The body as the API description shows it.
    record FollowRequest(
            TargetView target,
            @Nullable List<String> events,
            @Nullable UUID webhookId) {}

    private final FollowService follows;
    private final Subscriber subscriber;
    private final ContentTag tag;
    private final Clock clock;

    FollowController(FollowService follows, Subscriber subscriber, ContentTag tag, Clock clock) {
        this.follows = follows;
        this.subscriber = subscriber;
        this.tag = tag;
        this.clock = clock;
    }

    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "What the subscriber of the token follows")
    @Answers({200, 409})
    ResponseEntity<FollowList> follows(
            @RequestHeader(name = Subscriber.HEADER, required = false) @Nullable String token) {
        var list = new FollowList(
                follows.of(subscriber.of(token)).stream().map(FollowView::of).toList(), clock.instant());
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(list);
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Follow a tool, a pair (`a-vs-b`), a category or a critic; 200 when it was followed already",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content = @Content(schema = @Schema(implementation = FollowRequest.class))))
    @Answers({200, 201, 409})
    ResponseEntity<FollowView> follow(
            @RequestHeader(name = Subscriber.HEADER, required = false) @Nullable String token,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @RequestBody JsonNode body) {
        UUID owner = subscriber.of(token);
        FollowService.Followed followed = follows.follow(
                owner, FollowBody.parse(body), IdempotencyKey.of(key, "follow", owner.toString(), tag.digest(body)));
        return ResponseEntity.status(followed.isNew() ? HttpStatus.CREATED : HttpStatus.OK)
                .cacheControl(CacheControl.noStore())
                .body(FollowView.of(followed.follow()));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Stop following; doing it again does nothing")
    void unfollow(
            @RequestHeader(name = Subscriber.HEADER, required = false) @Nullable String token,
            @PathVariable String id) {
        UUID follow = AlertId.read(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        follows.unfollow(subscriber.of(token), follow);
    }
}
