package dev.toolverdicts.newsletter.privacy;

import dev.toolverdicts.newsletter.link.BadLink;
import dev.toolverdicts.newsletter.link.Purpose;
import io.swagger.v3.oas.annotations.Hidden;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// A page with a button, and behind it the file. The link may be used again while it is fresh.
@Controller
@Hidden
class ExportController {

    private final PrivacyService privacy;

    ExportController(PrivacyService privacy) {
        this.privacy = privacy;
    }

    @GetMapping(path = "/newsletter/export", produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView ask(@RequestParam(defaultValue = "") String token) {
        return privacy.isOpen(Purpose.EXPORT, token)
                ? new ModelAndView("export").addObject("token", token)
                : BadLink.page();
    }

    /// @return the file, or the page of a link that does not work
    @PostMapping(path = "/newsletter/export")
    Object export(@RequestParam(defaultValue = "") String token) {
        return privacy.export(token)
                .<Object>map(all -> ResponseEntity.ok()
                        .cacheControl(CacheControl.noStore())
                        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"my-newsletter-data.json\"")
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(all))
                .orElseGet(BadLink::page);
    }
}
