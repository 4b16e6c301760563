package dev.toolverdicts.newsletter.issue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.toolverdicts.platform.test.TestTokens;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ApprovalIT extends IssueInfrastructure {

    @Autowired
    private ApprovalService approvals;

    @Test
    void aSoundDraftPassesEveryCheck() {
        subscriber("checked", "confirmed");
        Issue draft = drafted();
        var answer = json(get(
                "/api/v1/newsletter/issues/" + draft.id() + "/preflight",
                "Authorization",
                TestTokens.bearer("newsletter")));
        assertThat(answer.get("passed").booleanValue()).as(answer.toString()).isTrue();
        assertThat(answer.get("checks")
                        .valueStream()
                        .map(check -> check.get("name").stringValue()))
                .containsExactly("recipients", "renders", "links", "text-part", "size", "postal-address", "sender");
    }

    @Test
    void aFailedCheckIsOverriddenByASecondPersonOnly() {
        Issue draft = withADeadLink();
        assertThatThrownBy(() -> approvals.approve(draft.id(), AUTHOR, null)).isInstanceOf(SecondPersonNeeded.class);
        assertThatThrownBy(() -> approvals.approve(draft.id(), AUTHOR, "it is fine"))
                .isInstanceOf(SecondPersonNeeded.class)
                .hasMessageContaining("links");
        assertThat(issues.byId(draft.id())).hasValue(draft);

        approvals.approve(draft.id(), "second-1", null);
        assertThat(audit(draft.id()).getLast())
                .containsEntry("actor", "second-1")
                .containsEntry("detail", "over failed checks: links");
    }

    @Test
    void whoWroteLastIsNoSecondPerson() {
        Issue draft = drafted();
        jdbc.sql("""
                        INSERT INTO issue_audit (issue_id, version, at, actor, action, to_status)
                        VALUES (:id, 0, now(), 'second-1', 'edit', 'draft')
                        """).param("id", draft.id()).update();
        assertThatThrownBy(() -> approvals.approve(draft.id(), "second-1", null))
                .isInstanceOf(SecondPersonNeeded.class);
        approvals.approve(draft.id(), "third-1", null);
        assertThat(audit(draft.id()).getLast()).containsEntry("actor", "third-1");
    }

    @Test
    void whatTheChecksHaveNotSeenIsNotApproved() {
        Issue draft = drafted();
        jdbc.sql("UPDATE issue SET version = 2 WHERE issue_id = :id")
                .param("id", draft.id())
                .update();
        assertThatThrownBy(() -> moves.approve(draft.id(), new Approval("second-1", null, 1, java.util.List.of())))
                .isInstanceOf(StaleIssue.class);
    }

    @Test
    void thePreviewLooksLikeTheMailAndUnsubscribesNobody() {
        Issue draft = drafted();
        var token = TestTokens.bearer("newsletter");
        for (String at : java.util.List.of("/api/v1/newsletter/issues/", "/desk/newsletter/")) {
            var html = get(at + draft.id() + "/preview.html", "Authorization", token);
            assertThat(html.headers().firstValue("Content-Type").orElse("")).isEqualTo("text/html;charset=UTF-8");
            assertThat(html.headers().allValues("Content-Security-Policy"))
                    .singleElement()
                    .asString()
                    .contains("style-src 'unsafe-inline'", "sandbox");
            assertThat(html.body()).contains("#unsubscribe").doesNotContain("{{");
            var text = get(at + draft.id() + "/preview.txt", "Authorization", token);
            assertThat(text.headers().firstValue("Content-Type").orElse("")).isEqualTo("text/plain;charset=UTF-8");
            assertThat(text.body()).contains("WEEKLY AI TOOL VERDICTS", "#unsubscribe");
            assertThat(get(at + draft.id() + "/preview.html").statusCode()).isEqualTo(401);
        }
    }

    private Issue withADeadLink() {
        Issue draft = drafted();
        jdbc.sql(
                        "UPDATE issue SET html = replace(html, '</body>', '<a href=\"http://localhost:8080/tool/gone\">x</a></body>') WHERE issue_id = :id")
                .param("id", draft.id())
                .update();
        return draft;
    }
}
