package dev.toolverdicts.newsletter.imports;

import dev.toolverdicts.newsletter.idempotency.IdempotencyKey;
import dev.toolverdicts.platform.messaging.Ids;
import dev.toolverdicts.platform.web.FormToken;
import dev.toolverdicts.platform.web.InvalidInput;
import dev.toolverdicts.platform.web.RequestInFlight;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.HexFormat;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/// The import for people: a file is looked at, and what was looked at is taken in. A page cannot hold
/// on to a file, so it is chosen again, and must be the same.
@Controller
@Hidden
@RequestMapping(path = "/desk/newsletter/import", produces = MediaType.TEXT_HTML_VALUE)
class ImportPageController {

    private final ImportService imports;
    private final Ids ids;

    ImportPageController(ImportService imports, Ids ids) {
        this.imports = imports;
        this.ids = ids;
    }

    @GetMapping
    ModelAndView form(@AuthenticationPrincipal Jwt editor) {
        return page(HttpStatus.OK, editor, null);
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ModelAndView upload(HttpServletRequest request, @AuthenticationPrincipal Jwt editor) throws IOException {
        try (Upload upload = UploadReader.read(request)) {
            SpooledFile file = upload.file();
            if (!FormToken.matches(upload.field("formToken"), editor.getTokenValue())) {
                return page(HttpStatus.FORBIDDEN, editor, FormToken.FOREIGN);
            }
            return file == null
                    ? page(HttpStatus.BAD_REQUEST, editor, "Choose a file first.")
                    : answer(upload, file, editor);
        } catch (UnreadableFile unreadable) {
            return page(HttpStatus.BAD_REQUEST, editor, "This file cannot be read. " + unreadable.getMessage());
        } catch (InvalidInput wrong) {
            return page(
                    HttpStatus.BAD_REQUEST,
                    editor,
                    wrong.faults().stream().map(InvalidInput.Fault::detail).collect(Collectors.joining("; ")));
        }
    }

    private ModelAndView answer(Upload upload, SpooledFile spooled, Jwt editor) throws IOException {
        var file = new SubscriberFile(spooled.path());
        String hash = HexFormat.of().formatHex(spooled.hash());
        if (!"take".equals(upload.field("step"))) {
            return looked(HttpStatus.OK, file, hash, editor, null);
        }
        if (!hash.equals(upload.field("seen"))) {
            return looked(
                    HttpStatus.CONFLICT,
                    file,
                    hash,
                    editor,
                    "This is another file than the one you looked at, so nobody was asked. Here is what it would do.");
        }
        String key = upload.field("key");
        String actor = Objects.requireNonNull(editor.getSubject(), "a token without subject");
        var request = new ImportRequest(actor, spooled.hash(), IdempotencyKey.of(key, "import", actor, spooled.hash()));
        try {
            return page(HttpStatus.OK, editor, null).addObject("report", imports.take(file, request));
        } catch (RequestInFlight running) {
            return page(
                            HttpStatus.CONFLICT,
                            editor,
                            "This file is being taken in. Send it again in a minute to see what came of it.")
                    .addObject("seen", hash)
                    .addObject("key", key);
        }
    }

    private ModelAndView looked(
            HttpStatus status, SubscriberFile file, String hash, Jwt editor, @Nullable String trouble)
            throws IOException {
        ImportReport report = imports.look(file);
        ModelAndView page = page(status, editor, trouble).addObject("report", report);
        return report.added() == 0
                ? page
                : page.addObject("seen", hash).addObject("key", ids.next().toString());
    }

    private static ModelAndView page(HttpStatus status, Jwt editor, @Nullable String trouble) {
        return new ModelAndView("desk/import", status)
                .addObject("formToken", FormToken.of(editor.getTokenValue()))
                .addObject("trouble", trouble);
    }
}
