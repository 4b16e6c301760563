package dev.toolverdicts.newsletter.alert;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What a webhook is posted, to be read from a cursor on: for a receiver that was away, or has no
/// address of its own.
@RestController
@Tag(name = "Newsletter")
class EventController {

    /// @param next what to ask with as `after` for what follows; the same as before while there is
    ///     nothing
    record EventPage(List<WebhookEvent> events, long next, Instant asOf) {}

    private final WebhookService webhooks;
    private final PostWriter writer;
    private final Subscriber subscriber;
    private final Clock clock;

    EventController(WebhookService webhooks, PostWriter writer, Subscriber subscriber, Clock clock) {
        this.webhooks = webhooks;
        this.writer = writer;
        this.subscriber = subscriber;
        this.clock = clock;
    }

    @GetMapping(path = WebhookController.PATH + "/{id}/events", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "What was or will be posted, as it is posted, after a sequence")
    ResponseEntity<EventPage> events(
            @RequestHeader(name = Subscriber.HEADER, required = false) @Nullable String token,
            @PathVariable String id,
            @RequestParam(defaultValue = "0") String after) {
        UUID owner = subscriber.of(token);
        long from = WebhookController.number(after);
        List<Post> posts = webhooks.events(owner, WebhookController.known(id), from, WebhookController.MOST + 1)
                .orElseThrow(WebhookController::none);
        List<Post> page = posts.stream().limit(WebhookController.MOST).toList();
        long next = page.isEmpty() ? from : page.getLast().sequence();
        ResponseEntity.BodyBuilder answer = WebhookController.fresh(HttpStatus.OK);
        if (posts.size() > WebhookController.MOST) {
            answer.header(
                    HttpHeaders.LINK,
                    "<%s/%s/events?after=%d>; rel=\"next\"".formatted(WebhookController.PATH, id, next));
        }
        return answer.body(new EventPage(page.stream().map(writer::event).toList(), next, clock.instant()));
    }
}
