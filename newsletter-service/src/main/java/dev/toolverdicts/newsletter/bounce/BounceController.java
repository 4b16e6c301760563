package dev.toolverdicts.newsletter.bounce;

import dev.toolverdicts.platform.web.InvalidInput;
import dev.toolverdicts.platform.web.description.Answers;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/// Takes messages that came back, each as it is. For the mail server that gets them (a pipe that posts is enough),
/// and for editors. The body may be large, so it is not read before it is known who sends it.
@RestController
@Tag(name = "Newsletter")
class BounceController {

    /// @param kind what the message was taken for; `unknown` waits for a person
    record Taken(String kind) {}

    private static final List<MediaType> TAKEN = List.of(MediaType.valueOf("message/rfc822"), MediaType.TEXT_PLAIN);

    private final ReportService reports;
    private final BounceSettings settings;

    BounceController(ReportService reports, BounceSettings settings) {
        this.reports = reports;
        this.settings = settings;
    }

    @PostMapping(path = "/api/v1/newsletter/bounces", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Hand in a bounce, a complaint or a mail to the unsubscribing address, as it came",
            requestBody =
                    @RequestBody(
                            required = true,
                            content = {
                                @Content(mediaType = "message/rfc822", schema = @Schema(type = "string")),
                                @Content(mediaType = MediaType.TEXT_PLAIN_VALUE, schema = @Schema(type = "string"))
                            }))
    @Answers({202, 401})
    ResponseEntity<Taken> take(
            HttpServletRequest request,
            @RequestHeader(name = "X-Webhook-Secret", required = false) @Nullable String secret,
            @Nullable Authentication caller)
            throws IOException, HttpMediaTypeNotSupportedException {
        if (!isEditor(caller) && !settings.knows(secret)) {
            throw new ResponseStatusException(HttpStatus.UNAUTHORIZED);
        }
        requireMessage(request);
        byte[] raw = request.getInputStream().readAllBytes();
        if (raw.length == 0) {
            throw InvalidInput.of("", "must be a message");
        }
        ReportKind kind =
                caller != null && isEditor(caller) ? reports.takeFrom(caller.getName(), raw) : reports.take(raw);
        return ResponseEntity.status(HttpStatus.ACCEPTED).body(new Taken(kind.key()));
    }

    /// Not by the mapping, which would tell strangers what type is missing before what right is.
    private static void requireMessage(HttpServletRequest request) throws HttpMediaTypeNotSupportedException {
        MediaType type = type(request.getContentType());
        if (type == null || TAKEN.stream().noneMatch(taken -> taken.includes(type))) {
            throw new HttpMediaTypeNotSupportedException(type, TAKEN);
        }
    }

    private static @Nullable MediaType type(@Nullable String header) {
        try {
            return header == null ? null : MediaType.parseMediaType(header);
        } catch (InvalidMediaTypeException _) {
            return null;
        }
    }

    private static boolean isEditor(@Nullable Authentication caller) {
        return caller != null
                && caller.getAuthorities().stream()
                        .anyMatch(authority -> "SCOPE_newsletter:write".equals(authority.getAuthority()));
    }
}
