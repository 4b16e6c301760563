package dev.toolverdicts.catalog.tool;

import dev.toolverdicts.platform.web.FormToken;
import dev.toolverdicts.platform.web.InvalidInput;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The forms that add a release to a tool and remove one.
@Controller
@Hidden
@RequestMapping(
        path = "/desk/tools/{slug}/releases",
        consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE,
        produces = MediaType.TEXT_HTML_VALUE)
class ReleaseDeskController {

    private final ReleaseService service;
    private final ToolDeskPages pages;
    private final JsonMapper json;

    ReleaseDeskController(ReleaseService service, ToolDeskPages pages, JsonMapper json) {
        this.service = service;
        this.pages = pages;
        this.json = json;
    }

    @PostMapping
    ModelAndView keep(
            @PathVariable String slug,
            @RequestParam(defaultValue = "") String label,
            @RequestParam(defaultValue = "") String releasedOn,
            @RequestParam(defaultValue = "") String sourceUrl,
            @RequestParam(required = false) @Nullable String formToken,
            @AuthenticationPrincipal Jwt editor) {
        if (!FormToken.matches(formToken, editor.getTokenValue())) {
            return pages.refused(HttpStatus.FORBIDDEN, slug, FormToken.FOREIGN, editor);
        }
        ObjectNode body = json.createObjectNode().put("releasedOn", releasedOn.strip());
        if (!sourceUrl.isBlank()) {
            body.put("sourceUrl", sourceUrl);
        }
        try {
            return ToolDeskPages.done(service.keep(slug, label.strip(), body, pages.subject(editor))
                    .tool());
        } catch (InvalidInput wrong) {
            return pages.refused(HttpStatus.BAD_REQUEST, slug, "The release cannot be kept; see below.", editor)
                    .addObject("release", Map.of("label", label, "releasedOn", releasedOn, "sourceUrl", sourceUrl))
                    .addObject("faults", faults(wrong));
        }
    }

    @PostMapping("/remove")
    ModelAndView remove(
            @PathVariable String slug,
            @RequestParam(defaultValue = "") String label,
            @RequestParam(required = false) @Nullable String formToken,
            @AuthenticationPrincipal Jwt editor) {
        if (!FormToken.matches(formToken, editor.getTokenValue())) {
            return pages.refused(HttpStatus.FORBIDDEN, slug, FormToken.FOREIGN, editor);
        }
        try {
            return ToolDeskPages.done(service.remove(slug, label, pages.subject(editor)));
        } catch (ReleaseNotFound gone) {
            return pages.refused(gone.getStatusCode(), slug, "This release is not there any more.", editor);
        }
    }

    /// The names of the form's fields begin with `release`, since another form of the page has a
    /// source too.
    private static Map<String, String> faults(InvalidInput wrong) {
        var faults = new LinkedHashMap<String, String>();
        wrong.faults().forEach(fault -> faults.putIfAbsent("release" + fault.pointer(), fault.detail()));
        return faults;
    }
}
