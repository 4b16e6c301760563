package dev.toolverdicts.newsletter.issue;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// The two parts of the mail as a reader sees them, for editors. The links of a recipient lead nowhere.
@RestController
@Tag(name = "Newsletter")
class PreviewController {

    /// Mail carries its styles with it and nothing else.
    private static final String LOOKS_LIKE_MAIL =
            "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'; sandbox";

    private final IssueQueries issues;

    PreviewController(IssueQueries issues) {
        this.issues = issues;
    }

    @Operation(
            summary = "The mail's HTML part as a reader sees it; its links lead nowhere",
            security = @SecurityRequirement(name = "token"),
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            content = @Content(mediaType = "text/html", schema = @Schema(type = "string"))))
    @GetMapping({IssueController.PATH + "/{id}/preview.html", "/desk/newsletter/{id}/preview.html"})
    ResponseEntity<byte[]> html(@PathVariable String id) {
        return answer(parts(id).html(), "text/html");
    }

    @Operation(
            summary = "The mail's text part",
            security = @SecurityRequirement(name = "token"),
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            content = @Content(mediaType = "text/plain", schema = @Schema(type = "string"))))
    @GetMapping({IssueController.PATH + "/{id}/preview.txt", "/desk/newsletter/{id}/preview.txt"})
    ResponseEntity<byte[]> text(@PathVariable String id) {
        return answer(parts(id).text(), "text/plain");
    }

    private IssueParts parts(String id) {
        return issues.parts(
                issues.byId(IssueId.of(id)).orElseThrow(IssueNotFound::new).id());
    }

    private static ResponseEntity<byte[]> answer(String part, String type) {
        String shown = part.replace(IssueParts.UNSUBSCRIBE_URL, "#unsubscribe")
                .replace(IssueParts.PREFERENCES_URL, "#preferences");
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(type + ";charset=UTF-8"))
                .cacheControl(CacheControl.noStore())
                .header("Content-Security-Policy", LOOKS_LIKE_MAIL)
                .body(shown.getBytes(StandardCharsets.UTF_8));
    }
}
