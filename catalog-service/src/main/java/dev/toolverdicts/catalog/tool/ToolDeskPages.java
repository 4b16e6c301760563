package dev.toolverdicts.catalog.tool;

import dev.toolverdicts.catalog.badge.BadgeUseQueries;
import dev.toolverdicts.catalog.card.ToolNotFound;
import dev.toolverdicts.catalog.category.CategoryQueries;
import dev.toolverdicts.catalog.history.HistoryQueries;
import dev.toolverdicts.platform.web.FormToken;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import tools.jackson.databind.json.JsonMapper;

/// The page of one tool at the desk, whichever of its forms was sent.
@Component
class ToolDeskPages {

    private final ToolService service;
    private final ToolQueries tools;
    private final HistoryQueries history;
    private final TakeDownService takeDowns;
    private final BadgeUseQueries badges;
    private final CategoryQueries categories;
    private final JsonMapper json;

    ToolDeskPages(
            ToolService service,
            ToolQueries tools,
            HistoryQueries history,
            TakeDownService takeDowns,
            BadgeUseQueries badges,
            CategoryQueries categories,
            JsonMapper json) {
        this.service = service;
        this.tools = tools;
        this.history = history;
        this.takeDowns = takeDowns;
        this.badges = badges;
        this.categories = categories;
        this.json = json;
    }

    /// With what is stored.
    ModelAndView stored(HttpStatusCode status, ToolView tool, Jwt editor) {
        return page(status, tool, tool.version() + "", ToolForm.of(tool, json), editor);
    }

    /// With what was sent.
    ModelAndView page(HttpStatusCode status, ToolView tool, String version, ToolForm form, Jwt editor) {
        var page = new ModelAndView(
                "desk/tool",
                Map.<String, Object>ofEntries(
                        Map.entry("tool", tool),
                        Map.entry("version", version),
                        Map.entry("form", form.values()),
                        Map.entry("faults", Map.of()),
                        Map.entry("categories", categories.all()),
                        Map.entry("statuses", sorted(ToolBody.STATUSES)),
                        Map.entry("models", sorted(ToolBody.MODELS)),
                        Map.entry("classes", sorted(ToolBody.CLASSES)),
                        Map.entry("facts", Objects.requireNonNull(tool.facts(), "facts of what is stored")),
                        Map.entry("warnings", service.warnings(tool.toolId(), tool.websiteUrl())),
                        Map.entry("releases", history.releasesOf(tool.toolId())),
                        Map.entry("takeDowns", takeDowns.history(tool)),
                        Map.entry("badge", badges.lately(tool.toolId())),
                        Map.entry("longestReason", TakeDownBody.LONGEST),
                        Map.entry("formToken", FormToken.of(editor.getTokenValue()))));
        page.setStatus(status);
        return page;
    }

    /// Back to the tool, after what was done.
    static ModelAndView done(ToolView tool) {
        var done = new ModelAndView("redirect:/desk/tools/" + tool.slug());
        done.setStatus(HttpStatus.SEE_OTHER);
        return done;
    }

    /// With what is stored, and why something else is not.
    ModelAndView refused(HttpStatusCode status, String slug, String trouble, Jwt editor) {
        ToolView tool = tools.bySlug(slug).orElseThrow(ToolNotFound::new);
        return stored(status, tool, editor).addObject("trouble", trouble);
    }

    String subject(Jwt editor) {
        return Objects.requireNonNull(editor.getSubject(), "a token without subject");
    }

    private static List<String> sorted(Set<String> words) {
        return words.stream().sorted().toList();
    }
}
