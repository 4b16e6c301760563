package dev.toolverdicts.newsletter.desk;

import dev.toolverdicts.newsletter.dispatch.OwnAddress;
import dev.toolverdicts.newsletter.dispatch.TestSendService;
import dev.toolverdicts.newsletter.issue.ApprovalService;
import dev.toolverdicts.newsletter.issue.DraftService;
import dev.toolverdicts.newsletter.issue.IfMatch;
import dev.toolverdicts.newsletter.issue.Issue;
import dev.toolverdicts.newsletter.issue.IssueId;
import dev.toolverdicts.newsletter.issue.IssueNotFound;
import dev.toolverdicts.newsletter.issue.IssueQueries;
import dev.toolverdicts.newsletter.issue.Move;
import dev.toolverdicts.newsletter.issue.MoveService;
import dev.toolverdicts.newsletter.issue.SecondPersonNeeded;
import dev.toolverdicts.platform.web.FormToken;
import dev.toolverdicts.platform.web.InvalidInput;
import dev.toolverdicts.platform.web.InvalidInput.Fault;
import dev.toolverdicts.platform.web.Refusal;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// What editors change. Each form holds the token of the page it came from; what is refused comes back
/// as that page, with the reason on top and with what was typed.
@Controller
@Hidden
@RequestMapping(
        path = "/desk/newsletter",
        consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE,
        produces = MediaType.TEXT_HTML_VALUE)
class DeskFormController {

    @FunctionalInterface
    private interface Change {
        Issue make();
    }

    private final DraftService drafts;
    private final ApprovalService approvals;
    private final MoveService moves;
    private final TestSendService tests;
    private final IssueQueries issues;
    private final DeskPages pages;

    DeskFormController(
            DraftService drafts,
            ApprovalService approvals,
            MoveService moves,
            TestSendService tests,
            IssueQueries issues,
            DeskPages pages) {
        this.drafts = drafts;
        this.approvals = approvals;
        this.moves = moves;
        this.tests = tests;
        this.issues = issues;
        this.pages = pages;
    }

    @PostMapping
    ModelAndView draft(@RequestParam MultiValueMap<String, String> form, @AuthenticationPrincipal Jwt editor) {
        return changed(
                null, form, editor, () -> drafts.draft(name(editor), null).issue());
    }

    @PostMapping("/{id}/edit")
    ModelAndView edit(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> form,
            @AuthenticationPrincipal Jwt editor) {
        UUID issue = IssueId.of(id);
        return changed(
                issue,
                form,
                editor,
                () -> drafts.edit(
                        issue,
                        DeskForms.edit(form, issues.entries(issue)),
                        new IfMatch("\"" + form.getFirst("version") + "\""),
                        name(editor)));
    }

    @PostMapping("/{id}/approve")
    ModelAndView approve(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> form,
            @AuthenticationPrincipal Jwt editor) {
        UUID issue = IssueId.of(id);
        return changed(issue, form, editor, () -> approvals.approve(issue, name(editor), DeskForms.override(form)));
    }

    @PostMapping("/{id}/schedule")
    ModelAndView schedule(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> form,
            @AuthenticationPrincipal Jwt editor) {
        UUID issue = IssueId.of(id);
        return changed(issue, form, editor, () -> moves.schedule(issue, name(editor), DeskForms.schedule(form)));
    }

    /// Changes nothing, so there is no page to go on to: this one says what became of it.
    @PostMapping("/{id}/test-send")
    ModelAndView test(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> form,
            @AuthenticationPrincipal Jwt editor) {
        UUID issue = IssueId.of(id);
        ModelAndView done = changed(issue, form, editor, () -> {
            tests.send(issue, OwnAddress.of(editor), name(editor));
            return find(issue);
        });
        return String.valueOf(done.getViewName()).startsWith("redirect:")
                ? pages.issue(find(issue), List.of(), editor)
                        .addObject("said", "A test is on its way to your own address.")
                : done;
    }

    @PostMapping("/{id}/{word:send|pause|resume|retry-failed|cancel}")
    ModelAndView move(
            @PathVariable String id,
            @PathVariable String word,
            @RequestParam MultiValueMap<String, String> form,
            @AuthenticationPrincipal Jwt editor) {
        UUID issue = IssueId.of(id);
        Move move = Move.of(word);
        return changed(issue, form, editor, () -> moves.move(issue, move, name(editor)));
    }

    private ModelAndView changed(@Nullable UUID id, MultiValueMap<String, String> form, Jwt editor, Change change) {
        if (!FormToken.matches(form.getFirst("formToken"), editor.getTokenValue())) {
            return again(id, form, editor, HttpStatus.FORBIDDEN, FormToken.FOREIGN, Map.of());
        }
        try {
            var done = new ModelAndView(
                    "redirect:/desk/newsletter/" + change.make().id());
            done.setStatus(HttpStatus.SEE_OTHER);
            return done;
        } catch (InvalidInput wrong) {
            return again(id, form, editor, HttpStatus.BAD_REQUEST, "Nothing is stored yet.", byField(wrong.faults()));
        } catch (SecondPersonNeeded alone) {
            return again(id, form, editor, HttpStatus.CONFLICT, alone.why(), byField(alone.faults()));
        } catch (IssueNotFound none) {
            throw none;
        } catch (Refusal refused) {
            String why = Objects.requireNonNullElse(refused.getBody().getDetail(), "");
            return again(
                    id, form, editor, HttpStatus.valueOf(refused.getStatusCode().value()), why, Map.of());
        }
    }

    private static Map<String, String> byField(List<Fault> faults) {
        return faults.stream()
                .collect(Collectors.toMap(
                        fault -> fault.pointer().replaceFirst("^/", ""),
                        Fault::detail,
                        (one, other) -> one + "; " + other,
                        LinkedHashMap::new));
    }

    private ModelAndView again(
            @Nullable UUID id,
            MultiValueMap<String, String> form,
            Jwt editor,
            HttpStatus status,
            String trouble,
            Map<String, String> wrong) {
        return id == null
                ? pages.list(editor, status, trouble)
                : pages.issue(
                        find(id),
                        editor,
                        status,
                        new Returned(
                                trouble, wrong, form.toSingleValueMap(), status == HttpStatus.PRECONDITION_FAILED));
    }

    private Issue find(UUID id) {
        return issues.byId(id).orElseThrow(IssueNotFound::new);
    }

    private static String name(Jwt editor) {
        return Objects.requireNonNull(editor.getSubject(), "a token without subject");
    }
}
