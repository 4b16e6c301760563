package dev.toolverdicts.catalog.tool;

import dev.toolverdicts.catalog.card.CardQueries;
import dev.toolverdicts.catalog.web.ContentTag;
import dev.toolverdicts.catalog.web.InvalidInput;
import dev.toolverdicts.catalog.web.InvalidInput.Fault;
import dev.toolverdicts.catalog.web.Missing;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.Principal;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Tools by their address: the card for everybody, the write side for editors.
@RestController
@RequestMapping(path = "/api/v1/tools", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Tools")
class ToolController {

    private static final int LONGEST_KEY = 200;

    private final ToolService service;
    private final ToolQueries tools;
    private final CardQueries cards;
    private final JsonMapper json;

    ToolController(ToolService service, ToolQueries tools, CardQueries cards, JsonMapper json) {
        this.service = service;
        this.tools = tools;
        this.cards = cards;
        this.json = json;
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Adds a tool", security = @SecurityRequirement(name = "token"))
    ResponseEntity<?> add(
            @RequestBody JsonNode body,
            @RequestHeader(value = "Idempotency-Key", required = false) @Nullable String key,
            Principal editor) {
        if (key != null && (key.isBlank() || key.length() > LONGEST_KEY)) {
            throw new InvalidInput(List.of(new Fault("/Idempotency-Key", "must have 1 to 200 characters")));
        }
        ToolService.Created created = service.add(body, new ToolService.Request(editor.getName(), key, hash(body)));
        return tools.bySlug(created.slug())
                .<ResponseEntity<?>>map(tool -> ResponseEntity.created(URI.create("/api/v1/tools/" + created.slug()))
                        .eTag("\"" + created.version() + "\"")
                        .body(tool))
                .orElseGet(() -> ResponseEntity.created(URI.create("/api/v1/tools/" + created.slug()))
                        .build());
    }

    @PutMapping(path = "/{slug}", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Replaces what is written of a tool", security = @SecurityRequirement(name = "token"))
    ResponseEntity<ToolView> change(
            @PathVariable String slug,
            @RequestBody JsonNode body,
            @RequestHeader(value = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        if (ifMatch == null) {
            throw new PreconditionMissing();
        }
        Tool changed = service.change(slug, body, version -> matches(ifMatch, version));
        return ResponseEntity.ok().eTag(changed.etag()).body(tools.view(changed));
    }

    @GetMapping("/{slug}")
    @Operation(summary = "One tool: the card, or with an editor's token what is written of it")
    ResponseEntity<?> tool(@PathVariable String slug, @Nullable Authentication reader) {
        if (isEditor(reader)) {
            var written = tools.bySlug(slug);
            if (written.isPresent()) {
                ToolView tool = written.get();
                return ContentTag.answer("\"" + tool.version() + "\"").body(tool);
            }
        }
        var card = cards.bySlug(slug);
        if (card.isPresent()) {
            return ContentTag.answer(card.get().etag()).body(card.get());
        }
        String current =
                cards.currentSlug(slug).orElseThrow(() -> new Missing("tool-not-found", "No tool has this address."));
        return ResponseEntity.status(HttpStatus.MOVED_PERMANENTLY)
                .location(URI.create("/api/v1/tools/" + current))
                .build();
    }

    private static boolean isEditor(@Nullable Authentication reader) {
        return reader instanceof JwtAuthenticationToken token
                && token.getAuthorities().stream()
                        .anyMatch(authority -> "SCOPE_catalog:write".equals(authority.getAuthority()));
    }

    /// Compares the write version only, the tag's first part: a vote or a review must not make an editor's copy stale.
    static boolean matches(String ifMatch, long version) {
        return Arrays.stream(ifMatch.split(",", -1))
                .map(String::strip)
                .anyMatch(tag -> tag.equals("*")
                        || tag.equals("\"" + version + "\"")
                        || (tag.startsWith("\"" + version + ".") && tag.endsWith("\"")));
    }

    private byte[] hash(JsonNode body) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(json.writeValueAsBytes(body));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
