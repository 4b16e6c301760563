package dev.toolverdicts.catalog.dataset;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.toolverdicts.platform.keptfiles.KeptDay;
import dev.toolverdicts.platform.keptfiles.KeptFile;
import dev.toolverdicts.platform.keptfiles.KeptFileQueries;
import dev.toolverdicts.platform.web.ContentTag;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.server.ResponseStatusException;

/// Hands out this service's files piece by piece. One never changes, so it may be kept for a long time.
@RestController
@Hidden
class DatasetController {

    private static final MediaType TEXT = new MediaType(MediaType.TEXT_PLAIN, UTF_8);

    private final ShownDayQueries days;
    private final KeptFileQueries kept;
    private final ContentTag tag;

    DatasetController(ShownDayQueries days, KeptFileQueries kept, ContentTag tag) {
        this.days = days;
        this.kept = kept;
        this.tag = tag;
    }

    @GetMapping("/dataset/{day}/catalog/SHA256SUMS")
    ResponseEntity<byte[]> sums(@PathVariable String day) {
        String sums = found(day).sums();
        return ResponseEntity.ok()
                .cacheControl(forGood())
                .eTag(tag.of(sums))
                .contentType(TEXT)
                .body(sums.getBytes(UTF_8));
    }

    @GetMapping("/dataset/{day}/catalog/{file}")
    void file(
            @PathVariable String day,
            @PathVariable String file,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        KeptDay found = found(day);
        KeptFile asked = found.files().stream()
                .filter(each -> each.name().equals(file))
                .findFirst()
                .orElseThrow(DatasetController::none);
        response.setHeader(HttpHeaders.CACHE_CONTROL, forGood().getHeaderValue());
        if (new ServletWebRequest(request, response).checkNotModified(asked.etag())) {
            return;
        }
        response.setContentType("application/gzip");
        response.setContentLengthLong(asked.bytes());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                "attachment; filename=\"tool-verdicts-%s-%s\"".formatted(found.day(), file));
        if (!HttpMethod.HEAD.matches(request.getMethod())) {
            send(found.day(), asked, response);
        }
    }

    /// The next piece is read when the one before is sent. One that is gone breaks the answer off: too
    /// short is seen.
    private void send(LocalDate day, KeptFile file, HttpServletResponse response) throws IOException {
        int chunks = KeptFileQueries.chunks(file);
        for (int number = 0; number < chunks; number++) {
            response.getOutputStream()
                    .write(kept.chunk(day, file.name(), number).orElseThrow(() -> new IOException("the file is gone")));
        }
    }

    private KeptDay found(String day) {
        try {
            return days.day(LocalDate.parse(day)).orElseThrow(DatasetController::none);
        } catch (DateTimeParseException _) {
            throw none();
        }
    }

    private static CacheControl forGood() {
        return CacheControl.maxAge(Duration.ofDays(1)).cachePublic().immutable();
    }

    private static ResponseStatusException none() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
