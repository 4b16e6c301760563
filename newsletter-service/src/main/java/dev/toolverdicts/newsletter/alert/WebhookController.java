package dev.toolverdicts.newsletter.alert;

import dev.toolverdicts.newsletter.idempotency.IdempotencyKey;
import dev.toolverdicts.newsletter.idempotency.KeyedRequest;
import dev.toolverdicts.platform.web.ContentTag;
import dev.toolverdicts.platform.web.InvalidInput;
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
import org.springframework.http.HttpHeaders;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.databind.JsonNode;

/// Where a subscriber has alerts posted, what became of each, and the same again.
@RestController
@RequestMapping(WebhookController.PATH)
@Tag(name = "Newsletter")
class WebhookController {

    static final String PATH = "/api/v1/newsletter/webhooks";
    static final int MOST = 100;

    /// @param secret what posts are signed with; told when a webhook is added or its secret is changed
    record WebhookView(UUID id, String url, @Nullable String secret, Instant createdAt) {}

    record WebhookList(List<WebhookView> webhooks, Instant asOf) {}

    record DeliveryPage(List<PostRepository.Row> deliveries, Instant asOf) {}

    record Replayed(int deliveries) {}

    /// The bodies as the API description shows them.
    record WebhookRequest(String url) {}

    record ReplayRequest(long after) {}

    private final WebhookService webhooks;
    private final WebhookSecrets secrets;
    private final Subscriber subscriber;
    private final ContentTag tag;
    private final Clock clock;

    WebhookController(
            WebhookService webhooks, WebhookSecrets secrets, Subscriber subscriber, ContentTag tag, Clock clock) {
        this.webhooks = webhooks;
        this.secrets = secrets;
        this.subscriber = subscriber;
        this.tag = tag;
        this.clock = clock;
    }

    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "The webhooks of the subscriber of the token")
    ResponseEntity<WebhookList> webhooks(
            @RequestHeader(name = Subscriber.HEADER, required = false) @Nullable String token) {
        List<WebhookView> views = webhooks.of(subscriber.of(token)).stream()
                .map(webhook -> new WebhookView(webhook.id(), webhook.url(), null, webhook.createdAt()))
                .toList();
        return fresh(HttpStatus.OK).body(new WebhookList(views, clock.instant()));
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Add a webhook; 200 when there is one with that address",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content = @Content(schema = @Schema(implementation = WebhookRequest.class))))
    @Answers({200, 201, 409})
    ResponseEntity<WebhookView> add(
            @RequestHeader(name = Subscriber.HEADER, required = false) @Nullable String token,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @RequestBody JsonNode body) {
        UUID owner = subscriber.of(token);
        JsonNode url = body.path("url");
        if (!url.isString()) {
            throw InvalidInput.of("/url", "is needed");
        }
        WebhookService.Added added = webhooks.add(
                owner, url.stringValue(), IdempotencyKey.of(key, "webhook", owner.toString(), tag.digest(body)));
        Webhook webhook = added.webhook();
        return fresh(added.isNew() ? HttpStatus.CREATED : HttpStatus.OK).body(withSecret(webhook));
    }

    @PostMapping(path = "/{id}/secret", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Give a webhook another secret; for a day posts are signed with both, and doing it again within "
                    + "that day changes nothing")
    ResponseEntity<WebhookView> changeSecret(
            @RequestHeader(name = Subscriber.HEADER, required = false) @Nullable String token,
            @PathVariable String id) {
        Webhook webhook = webhooks.changeSecret(subscriber.of(token), known(id)).orElseThrow(WebhookController::none);
        return fresh(HttpStatus.OK).body(withSecret(webhook));
    }

    private WebhookView withSecret(Webhook webhook) {
        String secret = secrets.secret(webhook.id(), webhooks.secretNumber(webhook.id()));
        return new WebhookView(webhook.id(), webhook.url(), secret, webhook.createdAt());
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Remove a webhook with all that is posted there; doing it again does nothing")
    void remove(
            @RequestHeader(name = Subscriber.HEADER, required = false) @Nullable String token,
            @PathVariable String id) {
        webhooks.remove(subscriber.of(token), known(id));
    }

    @GetMapping(path = "/{id}/deliveries", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "What was or will be posted, in its order; `after` is the last sequence of the page before")
    ResponseEntity<DeliveryPage> deliveries(
            @RequestHeader(name = Subscriber.HEADER, required = false) @Nullable String token,
            @PathVariable String id,
            @RequestParam(defaultValue = "0") String after) {
        List<PostRepository.Row> rows = webhooks.deliveries(subscriber.of(token), known(id), number(after), MOST + 1)
                .orElseThrow(WebhookController::none);
        List<PostRepository.Row> page = rows.stream().limit(MOST).toList();
        ResponseEntity.BodyBuilder answer = fresh(HttpStatus.OK);
        if (rows.size() > MOST) {
            answer.header(
                    HttpHeaders.LINK,
                    "<%s/%s/deliveries?after=%d>; rel=\"next\""
                            .formatted(PATH, id, page.getLast().sequence()));
        }
        return answer.body(new DeliveryPage(page, clock.instant()));
    }

    @PostMapping(
            path = "/{id}/replay",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            summary = "Have everything after a sequence posted again",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content = @Content(schema = @Schema(implementation = ReplayRequest.class))))
    Replayed replay(
            @RequestHeader(name = Subscriber.HEADER, required = false) @Nullable String token,
            @PathVariable String id,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @RequestBody JsonNode body) {
        UUID owner = subscriber.of(token);
        JsonNode after = body.path("after");
        if (!after.isIntegralNumber() || !after.canConvertToLong() || after.longValue() < 0) {
            throw InvalidInput.of("/after", "must be a whole number, 0 for everything");
        }
        KeyedRequest request = IdempotencyKey.of(key, "replay of " + id, owner.toString(), tag.digest(body));
        return new Replayed(
                webhooks.replay(owner, known(id), after.longValue(), request).orElseThrow(WebhookController::none));
    }

    static ResponseEntity.BodyBuilder fresh(HttpStatus status) {
        return ResponseEntity.status(status).cacheControl(CacheControl.noStore());
    }

    static UUID known(String id) {
        return AlertId.read(id).orElseThrow(WebhookController::none);
    }

    static long number(String text) {
        if (!text.matches("[0-9]{1,18}")) {
            throw InvalidInput.of("/after", "must be a whole number");
        }
        return Long.parseLong(text);
    }

    static ResponseStatusException none() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
