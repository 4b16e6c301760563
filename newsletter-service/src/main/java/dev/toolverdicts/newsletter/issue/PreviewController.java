package dev.toolverdicts.newsletter.issue;

import io.swagger.v3.oas.annotations.Hidden;
import java.nio.charset.StandardCharsets;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// The two parts of the mail as a reader sees them, for editors. The links of a recipient lead nowhere.
@RestController
@Hidden
class PreviewController {

    /// Mail carries its styles with it and nothing else.
    private static final String LOOKS_LIKE_MAIL =
            "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'; sandbox";

    private final IssueQueries issues;

    PreviewController(IssueQueries issues) {
        this.issues = issues;
    }

    @GetMapping({IssueController.PATH + "/{id}/preview.html", "/desk/newsletter/{id}/preview.html"})
    ResponseEntity<byte[]> html(@PathVariable String id) {
        return answer(parts(id).html(), "text/html");
    }

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
