package dev.toolverdicts.catalog.tool;

import dev.toolverdicts.catalog.card.CardQueries;
import dev.toolverdicts.catalog.card.ToolCard;
import dev.toolverdicts.catalog.card.ToolNotFound;
import dev.toolverdicts.platform.web.ContentTag;
import dev.toolverdicts.platform.web.InvalidInput;
import dev.toolverdicts.platform.web.Moved;
import dev.toolverdicts.platform.web.description.Answers;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.security.Principal;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/// Tools by their address: the card for everybody, the write side for editors.
@RestController
@RequestMapping(path = "/api/v1/tools", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Tools")
class ToolController {

    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]([\\x20-\\x7e]{0,198}[\\x21-\\x7e])?");

    private final ToolService service;
    private final ToolQueries tools;
    private final CardQueries cards;
    private final ContentTag tag;

    ToolController(ToolService service, ToolQueries tools, CardQueries cards, ContentTag tag) {
        this.service = service;
        this.tools = tools;
        this.cards = cards;
        this.tag = tag;
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Add a tool",
            security = @SecurityRequirement(name = "token"),
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content = @Content(schema = @Schema(implementation = ToolDraft.class))))
    @Answers({201, 409})
    ResponseEntity<ToolView> add(
            @RequestBody JsonNode body,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            Principal editor) {
        if (key != null && !KEY.matcher(key).matches()) {
            throw InvalidInput.ofHeader("Idempotency-Key", "must have 1 to 200 printable characters");
        }
        ToolView added = service.add(body, new ToolService.Request(editor.getName(), key, tag.digest(body)));
        return ResponseEntity.created(URI.create(added.path()))
                .cacheControl(CacheControl.noStore())
                .eTag(added.etag())
                .body(added);
    }

    @PutMapping(path = "/{slug}", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Replace what is written of a tool",
            security = @SecurityRequirement(name = "token"),
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content = @Content(schema = @Schema(implementation = ToolDraft.class))))
    @Answers({409, 428})
    ResponseEntity<ToolView> change(
            @PathVariable String slug,
            @RequestBody JsonNode body,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Principal editor) {
        ToolView changed = service.change(slug, body, new IfMatch(ifMatch), editor.getName());
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .eTag(changed.etag())
                .header(HttpHeaders.CONTENT_LOCATION, changed.path())
                .body(changed);
    }

    @GetMapping("/{slug}")
    @Operation(
            summary = "One tool: the card; with an editor's token what is written of it",
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            content = @Content(schema = @Schema(implementation = ToolCard.class))))
    @Answers({301, 410})
    ResponseEntity<?> tool(@PathVariable String slug, @Nullable Authentication reader) {
        return isEditor(reader) ? written(slug) : card(slug);
    }

    private ResponseEntity<?> written(String slug) {
        Optional<ToolView> tool = tools.bySlug(slug);
        return tool.isPresent()
                ? answer(tool.get().etag()).body(tool.get())
                : moved(tools.currentSlug(slug).orElseThrow(ToolNotFound::new));
    }

    private ResponseEntity<?> card(String slug) {
        Optional<ToolCard> card = cards.bySlug(slug);
        return card.isPresent() ? answer(card.get().etag()).body(card.get()) : moved(cards.movedTo(slug));
    }

    private static ResponseEntity.BodyBuilder answer(String tag) {
        return ContentTag.answer(tag).varyBy(HttpHeaders.AUTHORIZATION);
    }

    private static ResponseEntity<?> moved(String current) {
        return Moved.to("/api/v1/tools/" + current);
    }

    private static boolean isEditor(@Nullable Authentication reader) {
        return reader != null
                && reader.getAuthorities().stream()
                        .anyMatch(authority -> "SCOPE_catalog:write".equals(authority.getAuthority()));
    }
}
