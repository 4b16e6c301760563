package dev.toolverdicts.catalog.tool;

import dev.toolverdicts.platform.web.FormToken;
import dev.toolverdicts.platform.web.InvalidInput;
import io.swagger.v3.oas.annotations.Hidden;
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

/// The buttons that take a tool down and show it again.
@Controller
@Hidden
@RequestMapping(
        path = "/desk/tools/{slug}",
        consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE,
        produces = MediaType.TEXT_HTML_VALUE)
class TakeDownDeskController {

    private final TakeDownService service;
    private final ToolDeskPages pages;
    private final JsonMapper json;

    TakeDownDeskController(TakeDownService service, ToolDeskPages pages, JsonMapper json) {
        this.service = service;
        this.pages = pages;
        this.json = json;
    }

    @PostMapping("/take-down")
    ModelAndView takeDown(
            @PathVariable String slug,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(required = false) @Nullable String formToken,
            @AuthenticationPrincipal Jwt editor) {
        if (!FormToken.matches(formToken, editor.getTokenValue())) {
            return pages.refused(HttpStatus.FORBIDDEN, slug, FormToken.FOREIGN, editor);
        }
        try {
            String why = TakeDownBody.reason(json.createObjectNode().put("reason", reason));
            return ToolDeskPages.done(service.takeDown(slug, why, by(editor)));
        } catch (InvalidInput wrong) {
            return pages.refused(
                            HttpStatus.BAD_REQUEST, slug, "Say why: everybody who comes to its page reads it.", editor)
                    .addObject("reason", reason)
                    .addObject(
                            "faults", Map.of("reason", wrong.faults().getFirst().detail()));
        }
    }

    @PostMapping("/bring-back")
    ModelAndView bringBack(
            @PathVariable String slug,
            @RequestParam(required = false) @Nullable String formToken,
            @AuthenticationPrincipal Jwt editor) {
        return FormToken.matches(formToken, editor.getTokenValue())
                ? ToolDeskPages.done(service.bringBack(slug, by(editor)))
                : pages.refused(HttpStatus.FORBIDDEN, slug, FormToken.FOREIGN, editor);
    }

    private TakeDownService.Request by(Jwt editor) {
        return new TakeDownService.Request(pages.subject(editor), null);
    }
}
