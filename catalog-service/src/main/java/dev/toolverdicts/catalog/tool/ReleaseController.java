package dev.toolverdicts.catalog.tool;

import dev.toolverdicts.platform.web.description.Answers;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/// The releases of a tool, for editors. Everybody reads them at the same address without a label.
@RestController
@RequestMapping(path = "/api/v1/tools/{slug}/releases/{label}", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Tools")
class ReleaseController {

    private final ReleaseService releases;

    ReleaseController(ReleaseService releases) {
        this.releases = releases;
    }

    @PutMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Add a release, or correct it: a version of a product is no tool of its own",
            security = @SecurityRequirement(name = "token"),
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content = @Content(schema = @Schema(implementation = ReleaseBody.class))))
    @Answers({200, 201})
    ResponseEntity<ToolRelease> keep(
            @PathVariable String slug, @PathVariable String label, @RequestBody JsonNode body, Principal editor) {
        ReleaseService.Kept kept = releases.keep(slug, label, body, editor.getName());
        return ResponseEntity.status(kept.isNew() ? HttpStatus.CREATED : HttpStatus.OK)
                .cacheControl(CacheControl.noStore())
                .body(kept.release());
    }

    @DeleteMapping
    @Operation(summary = "Remove a release", security = @SecurityRequirement(name = "token"))
    @Answers(204)
    ResponseEntity<Void> remove(@PathVariable String slug, @PathVariable String label, Principal editor) {
        var _ = releases.remove(slug, label, editor.getName());
        return ResponseEntity.noContent().cacheControl(CacheControl.noStore()).build();
    }
}
