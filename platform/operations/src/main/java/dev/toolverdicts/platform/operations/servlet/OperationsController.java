package dev.toolverdicts.platform.operations.servlet;

import dev.toolverdicts.platform.messaging.DeadLetter;
import dev.toolverdicts.platform.messaging.DeadLetters;
import dev.toolverdicts.platform.messaging.RebuildStatus;
import dev.toolverdicts.platform.messaging.Switch;
import dev.toolverdicts.platform.operations.OperationsDesk;
import dev.toolverdicts.platform.operations.OperationsDesk.AuditList;
import dev.toolverdicts.platform.operations.OperationsDesk.LetterList;
import dev.toolverdicts.platform.operations.OperationsDesk.Listed;
import dev.toolverdicts.platform.operations.OperationsDesk.OneLetter;
import dev.toolverdicts.platform.operations.OperationsDesk.RebuildList;
import dev.toolverdicts.platform.operations.OperationsDesk.SwitchList;
import dev.toolverdicts.platform.operations.OperationsSettings;
import dev.toolverdicts.platform.operations.Order;
import dev.toolverdicts.platform.web.ContentTag;
import dev.toolverdicts.platform.web.description.Answers;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/// What operators read and decide; who may call this stands in the access rules.
@RestController
@RequestMapping(path = "/api/v1/operations/${operations.service}", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Operations", description = "For operators: dead letters, pauses, and who did what")
@SecurityRequirement(name = "token")
class OperationsController {

    /// Bodies as the API description shows them.
    record DecisionBody(String reason) {}

    record ReplayBody(
            String reason, @Nullable String value, @Nullable String valueHex) {}

    record ManyBody(
            String reason,
            @Nullable List<Long> ids,
            @Nullable String consumer,
            @Nullable String topic,
            @Nullable String key,
            @Nullable String cause,
            @Nullable Long after) {}

    record NoteBody(String note) {}

    record SwitchBody(boolean paused, String reason) {}

    private final OperationsDesk desk;
    private final OperationsSettings settings;
    private final ContentTag tag;

    OperationsController(OperationsDesk desk, OperationsSettings settings, ContentTag tag) {
        this.desk = desk;
        this.settings = settings;
        this.tag = tag;
    }

    @GetMapping("/dead-letters")
    @Operation(summary = "Records that could not be applied, the newest first")
    ResponseEntity<LetterList> deadLetters(
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String consumer,
            @RequestParam(required = false) @Nullable String topic,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String cursor) {
        Listed<LetterList> listed = desk.deadLetters(new OperationsDesk.Query(state, consumer, topic, limit, cursor));
        return page(listed, listed.body().deadLetters(), "/dead-letters");
    }

    @GetMapping("/dead-letters/{id}")
    @Operation(summary = "One of them with its bytes, headers and cause, and what was done about it")
    ResponseEntity<OneLetter> deadLetter(@PathVariable String id) {
        OneLetter read = desk.deadLetter(id);
        return ContentTag.answer(tag.of(read.letter())).body(read);
    }

    @GetMapping(path = "/dead-letters/{id}/value", produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    @Operation(summary = "All bytes of its value")
    ResponseEntity<byte[]> value(@PathVariable String id) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"dead-letter.bin\"")
                .body(desk.value(id));
    }

    @PostMapping(path = "/dead-letters/{id}/replay", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Apply it at its own place in the log, as it is or with another value. Repeating it is safe",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content = @Content(schema = @Schema(implementation = ReplayBody.class))))
    @Answers({200, 409, 422})
    ResponseEntity<DeadLetter> replay(
            @PathVariable String id, @RequestBody(required = false) @Nullable JsonNode body, Principal operator) {
        Order order = Order.of(Order.Kind.REPLAY, body);
        return done(desk.replay(id, order.by(operator.getName()), order.value()));
    }

    @PostMapping(path = "/dead-letters/{id}/drop", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Close it without applying it. Repeating it is safe",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content = @Content(schema = @Schema(implementation = DecisionBody.class))))
    @Answers({200, 409})
    ResponseEntity<DeadLetter> drop(
            @PathVariable String id, @RequestBody(required = false) @Nullable JsonNode body, Principal operator) {
        return done(desk.drop(id, decision(body).by(operator.getName())));
    }

    @PutMapping(path = "/dead-letters/{id}/note", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Keep a note for the next operator; an empty one takes it away",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content = @Content(schema = @Schema(implementation = NoteBody.class))))
    ResponseEntity<DeadLetter> note(
            @PathVariable String id, @RequestBody(required = false) @Nullable JsonNode body, Principal operator) {
        return done(desk.note(
                id, operator.getName(), Order.of(Order.Kind.NOTE, body).note()));
    }

    @PostMapping(path = "/dead-letters/replay", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary =
                    "Apply all that wait, or those that are named, as they are, each by itself; `next` says where to go on",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content = @Content(schema = @Schema(implementation = ManyBody.class))))
    ResponseEntity<DeadLetters.Replayed> replayAll(
            @RequestBody(required = false) @Nullable JsonNode body, Principal operator) {
        return done(desk.replayAll(Order.of(Order.Kind.MANY, body), operator.getName()));
    }

    @PostMapping(path = "/dead-letters/drop", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary =
                    "Close those that wait and are named by ids, consumer, topic, key or cause; `next` says where to go on",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content = @Content(schema = @Schema(implementation = ManyBody.class))))
    ResponseEntity<DeadLetters.Dropped> dropAll(
            @RequestBody(required = false) @Nullable JsonNode body, Principal operator) {
        return done(desk.dropAll(Order.of(Order.Kind.MANY, body), operator.getName()));
    }

    @GetMapping("/switches")
    @Operation(summary = "The outbox's relay and the consumers, and whether they are paused")
    ResponseEntity<SwitchList> switches() {
        SwitchList list = desk.switches();
        return ContentTag.answer(tag.of(list.switches())).body(list);
    }

    @PutMapping(path = "/switches/{name}", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Pause or resume one of them in all copies, within two seconds",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content = @Content(schema = @Schema(implementation = SwitchBody.class))))
    ResponseEntity<Switch> set(
            @PathVariable String name, @RequestBody(required = false) @Nullable JsonNode body, Principal operator) {
        Order order = Order.of(Order.Kind.SWITCH, body);
        return done(desk.set(name, order.paused(), order.by(operator.getName())));
    }

    @GetMapping("/audit")
    @Operation(summary = "Who did what, when and why, the latest first")
    ResponseEntity<AuditList> audit(
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String cursor) {
        Listed<AuditList> listed = desk.audit(limit, cursor);
        return page(listed, listed.body().entries(), "/audit");
    }

    @GetMapping("/rebuilds")
    @Operation(summary = "How the last rebuild of each projection stands")
    ResponseEntity<RebuildList> rebuilds() {
        RebuildList list = desk.rebuilds();
        return ContentTag.answer(tag.of(list.rebuilds())).body(list);
    }

    @PostMapping(path = "/rebuilds/{projection}", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Build a projection anew from the log while it serves",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content = @Content(schema = @Schema(implementation = DecisionBody.class))))
    @Answers({202, 409})
    ResponseEntity<RebuildStatus> rebuild(
            @PathVariable String projection,
            @RequestBody(required = false) @Nullable JsonNode body,
            Principal operator) {
        return ResponseEntity.accepted()
                .cacheControl(CacheControl.noStore())
                .body(desk.rebuild(projection, decision(body).by(operator.getName())));
    }

    @PostMapping(path = "/rebuilds/{projection}/abandon", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Give up a rebuild that is at work",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content = @Content(schema = @Schema(implementation = DecisionBody.class))))
    @Answers({200, 409})
    ResponseEntity<RebuildStatus> abandon(
            @PathVariable String projection,
            @RequestBody(required = false) @Nullable JsonNode body,
            Principal operator) {
        return done(desk.abandon(projection, decision(body).by(operator.getName())));
    }

    private static Order decision(@Nullable JsonNode body) {
        return Order.of(Order.Kind.DECISION, body);
    }

    private <T> ResponseEntity<T> page(Listed<T> listed, Object content, String path) {
        ResponseEntity.BodyBuilder answer = ContentTag.answer(tag.of(content));
        String next = listed.link(settings.api() + path);
        if (next != null) {
            answer.header(HttpHeaders.LINK, next);
        }
        return answer.body(listed.body());
    }

    private static <T> ResponseEntity<T> done(T body) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(body);
    }
}
