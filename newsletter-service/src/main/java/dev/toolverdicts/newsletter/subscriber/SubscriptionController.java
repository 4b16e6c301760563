package dev.toolverdicts.newsletter.subscriber;

import dev.toolverdicts.newsletter.defence.Caller;
import dev.toolverdicts.newsletter.idempotency.IdempotencyKey;
import dev.toolverdicts.platform.web.description.Answers;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

@RestController
@Tag(name = "Newsletter")
class SubscriptionController {

    record SubscriptionAnswer(String message) {}

    /// The body as the API description shows it.
    record SubscriptionRequest(
            String email,
            @Nullable List<String> topics,
            @Nullable String source,
            @Nullable String challenge,
            @Nullable String solution) {}

    private static final SubscriptionAnswer SAME_FOR_ALL = new SubscriptionAnswer(
            "Noted. A mail with a link to confirm is on its way; nothing else is sent to an address that has not confirmed.");

    private final Signups signups;

    SubscriptionController(Signups signups) {
        this.signups = signups;
    }

    @PostMapping(
            path = "/api/v1/newsletter/subscriptions",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Answers(409)
    @Operation(
            summary = "Ask for the newsletter; the answer is the same for known and unknown addresses",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content = @Content(schema = @Schema(implementation = SubscriptionRequest.class))))
    SubscriptionAnswer subscribe(
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @RequestBody JsonNode body,
            HttpServletRequest request) {
        Subscription subscription = SubscriptionBody.parse(body);
        signups.request(
                subscription,
                SubscriptionBody.work(body),
                Caller.of(request),
                IdempotencyKey.of(key, "subscription", "", subscription.fingerprint()));
        return SAME_FOR_ALL;
    }
}
