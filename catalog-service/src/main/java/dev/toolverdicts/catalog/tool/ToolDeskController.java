package dev.toolverdicts.catalog.tool;

import dev.toolverdicts.catalog.card.ToolNotFound;
import dev.toolverdicts.platform.web.FormToken;
import dev.toolverdicts.platform.web.InvalidInput;
import dev.toolverdicts.platform.web.Refusal;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import tools.jackson.databind.json.JsonMapper;

/// The pages on which editors change tools. What is refused comes back as it was sent, with the reason.
@Controller
@Hidden
@RequestMapping(path = "/desk/tools", produces = MediaType.TEXT_HTML_VALUE)
class ToolDeskController {

    private static final Pattern VERSION = Pattern.compile("[0-9]{1,18}");

    private final ToolService service;
    private final ToolQueries tools;
    private final ToolDeskPages pages;
    private final JsonMapper json;

    ToolDeskController(ToolService service, ToolQueries tools, ToolDeskPages pages, JsonMapper json) {
        this.service = service;
        this.tools = tools;
        this.pages = pages;
        this.json = json;
    }

    @GetMapping
    ModelAndView list(@RequestParam(defaultValue = "") String q) {
        return new ModelAndView("desk/tools").addObject("q", q).addObject("tools", tools.named(q));
    }

    @GetMapping("/{slug}")
    ModelAndView tool(@PathVariable String slug, @AuthenticationPrincipal Jwt editor) {
        return pages.stored(HttpStatus.OK, find(slug), editor);
    }

    @PostMapping(path = "/{slug}", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ModelAndView change(
            @PathVariable String slug,
            @RequestParam MultiValueMap<String, String> form,
            @AuthenticationPrincipal Jwt editor) {
        ToolForm sent = ToolForm.sent(form);
        String version = version(form.getFirst("version"));
        if (!FormToken.matches(form.getFirst("formToken"), editor.getTokenValue())) {
            return pages.page(HttpStatus.FORBIDDEN, find(slug), version, sent, editor)
                    .addObject("trouble", FormToken.FOREIGN);
        }
        try {
            ToolView changed =
                    service.change(slug, sent.body(json), new IfMatch("\"" + version + "\""), pages.subject(editor));
            return ToolDeskPages.done(changed);
        } catch (InvalidInput wrong) {
            return pages.page(HttpStatus.BAD_REQUEST, find(slug), version, sent, editor)
                    .addObject("trouble", "Some of it cannot be kept; see below.")
                    .addObject("faults", ToolForm.faults(wrong));
        } catch (StaleTool stale) {
            ToolView now = find(slug);
            return pages.page(stale.getStatusCode(), now, now.version() + "", sent, editor)
                    .addObject(
                            "trouble",
                            "Somebody has changed this tool since you read it. These are your words; sent again they win.");
        } catch (ToolNotFound | ToolRenamed none) {
            throw none;
        } catch (Refusal refused) {
            return pages.page(refused.getStatusCode(), find(slug), version, sent, editor)
                    .addObject("trouble", detail(refused));
        }
    }

    private static String version(@Nullable String sent) {
        return sent != null && VERSION.matcher(sent).matches() ? sent : "0";
    }

    private static @Nullable String detail(Refusal refused) {
        return refused.getBody().getDetail();
    }

    private ToolView find(String slug) {
        return tools.bySlug(slug).orElseThrow(ToolNotFound::new);
    }
}
