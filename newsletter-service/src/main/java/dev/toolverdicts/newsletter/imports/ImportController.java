package dev.toolverdicts.newsletter.imports;

import dev.toolverdicts.newsletter.idempotency.IdempotencyKey;
import dev.toolverdicts.platform.web.InvalidInput;
import dev.toolverdicts.platform.web.description.Answers;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Newsletter")
class ImportController {

    private final ImportService imports;

    ImportController(ImportService imports) {
        this.imports = imports;
    }

    @PostMapping(
            path = "/api/v1/newsletter/subscriptions/import",
            consumes = "text/csv",
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Ask the people of a CSV file to confirm; unless `dryRun=false` only tell what that would do",
            security = @SecurityRequirement(name = "token"),
            requestBody =
                    @RequestBody(
                            required = true,
                            description =
                                    "UTF-8 with a header: `email`, and if wanted `topics` and `source`; 32 MiB at most",
                            content = @Content(mediaType = "text/csv", schema = @Schema(type = "string"))))
    @Answers({200, 409, 422})
    ImportReport take(
            @RequestParam(defaultValue = "true") String dryRun,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @Parameter(hidden = true) HttpServletRequest request,
            Principal editor)
            throws IOException {
        boolean isDryRun = isDryRun(dryRun);
        try (var spooled = SpooledFile.of(request.getInputStream())) {
            var file = new SubscriberFile(spooled.path());
            return isDryRun ? imports.look(file) : imports.take(file, request(editor.getName(), key, spooled.hash()));
        } catch (UnreadableFile unreadable) {
            throw unreadable.refusal();
        }
    }

    private static ImportRequest request(String actor, @Nullable String key, byte[] fileHash) {
        return new ImportRequest(actor, fileHash, IdempotencyKey.of(key, "import", actor, fileHash));
    }

    private static boolean isDryRun(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw InvalidInput.of("/dryRun", "must be true or false");
        };
    }
}
