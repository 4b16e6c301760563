package dev.toolverdicts.newsletter.dispatch;

import dev.toolverdicts.newsletter.issue.IssueId;
import dev.toolverdicts.platform.web.description.Answers;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Objects;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Newsletter")
class TestSendController {

    private final TestSendService tests;

    TestSendController(TestSendService tests) {
        this.tests = tests;
    }

    @PostMapping(path = "/api/v1/newsletter/issues/{id}/test-send", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Send an issue, as it would go out and marked [Test], to the address that the token names as the"
                    + " editor's own",
            security = @SecurityRequirement(name = "token"))
    @Answers({200, 409, 502})
    TestSendService.Sent send(@PathVariable String id, @AuthenticationPrincipal Jwt editor) {
        return tests.send(
                IssueId.of(id),
                OwnAddress.of(editor),
                Objects.requireNonNull(editor.getSubject(), "a token without subject"));
    }
}
