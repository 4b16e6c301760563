package dev.toolverdicts.catalog.tool;

import dev.toolverdicts.catalog.card.ToolNotFound;
import dev.toolverdicts.platform.web.ContentTag;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/// Whether a tool is shown, for editors.
@RestController
@RequestMapping(path = "/api/v1/tools/{slug}/take-down", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Tools")
class TakeDownController {

    private final TakeDownService service;
    private final ToolQueries tools;
    private final ContentTag tag;

    TakeDownController(TakeDownService service, ToolQueries tools, ContentTag tag) {
        this.service = service;
        this.tools = tools;
        this.tag = tag;
    }

    /// @param takenDown null while the tool is shown
    record TakeDowns(@Nullable TakenDown takenDown, List<TakeDownEntry> history, Instant asOf) {}

    @GetMapping
    @Operation(
            summary = "Whether a tool is shown, and what was decided about it",
            security = @SecurityRequirement(name = "token"))
    ResponseEntity<TakeDowns> takeDowns(@PathVariable String slug) {
        ToolView tool = tools.bySlug(slug).orElseThrow(ToolNotFound::new);
        return tag.ok(new TakeDowns(tool.takenDown(), service.history(tool), tool.asOf()));
    }

    @PutMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Take a tool down: nobody sees it any more, and everybody may read why",
            security = @SecurityRequirement(name = "token"),
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content = @Content(schema = @Schema(implementation = TakeDownBody.class))))
    ResponseEntity<ToolView> takeDown(
            @PathVariable String slug,
            @RequestBody JsonNode body,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Principal editor) {
        return answer(service.takeDown(slug, TakeDownBody.reason(body), request(editor, ifMatch)));
    }

    @DeleteMapping
    @Operation(
            summary = "Show a tool again, with its reviews, votes and addresses",
            security = @SecurityRequirement(name = "token"))
    ResponseEntity<ToolView> bringBack(
            @PathVariable String slug,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Principal editor) {
        return answer(service.bringBack(slug, request(editor, ifMatch)));
    }

    private static TakeDownService.Request request(Principal editor, @Nullable String ifMatch) {
        return new TakeDownService.Request(editor.getName(), ifMatch == null ? null : new IfMatch(ifMatch));
    }

    private static ResponseEntity<ToolView> answer(ToolView tool) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .eTag(tool.etag())
                .body(tool);
    }
}
