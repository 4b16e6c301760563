package dev.toolverdicts.newsletter.issue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolverdicts.platform.test.TestTokens;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.kafka.core.KafkaAdmin;

class IssueIT extends IssueInfrastructure {

    @Autowired
    private KafkaAdmin kafka;

    @Test
    void theArchiveHoldsSentIssuesNewestFirstAndSaysSo() {
        Issue draft = in(IssueStatus.DRAFT);
        Issue older = in(IssueStatus.FINISHED);
        Issue newer = in(IssueStatus.SENDING);

        var answer = get("/api/v1/newsletter/issues");
        assertThat(answer.statusCode()).isEqualTo(200);
        var weeks = json(answer)
                .get("issues")
                .valueStream()
                .map(issue -> issue.get("isoWeek").stringValue());
        assertThat(weeks)
                .containsSubsequence(newer.isoWeek(), older.isoWeek())
                .doesNotContain(draft.isoWeek())
                .isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(json(answer).get("asOf").isString()).isTrue();
        var tag = answer.headers().firstValue("ETag").orElseThrow();
        assertThat(tag).startsWith("\"");
        assertThat(get("/api/v1/newsletter/issues", "If-None-Match", tag).statusCode())
                .isEqualTo(304);
        assertThat(answer.body()).doesNotContain(AUTHOR);
    }

    @Test
    void editorsListDraftsToo() {
        Issue draft = in(IssueStatus.DRAFT);
        assertThat(get("/api/v1/newsletter/issues", "Authorization", TestTokens.bearer("newsletter"))
                        .body())
                .contains(draft.id().toString());
        assertThat(get("/api/v1/newsletter/issues", "Authorization", TestTokens.bearer("editor"))
                        .body())
                .doesNotContain(draft.id().toString());
    }

    @Test
    void pagesFollowEachOtherWithoutGapOrRepeat() {
        List<String> sent = Stream.generate(() -> in(IssueStatus.FINISHED).isoWeek())
                .limit(5)
                .toList();
        var read = new ArrayList<String>();
        String next = "/api/v1/newsletter/issues?limit=2";
        while (next != null) {
            var answer = get(next);
            assertThat(answer.statusCode()).isEqualTo(200);
            json(answer)
                    .get("issues")
                    .forEach(issue -> read.add(issue.get("isoWeek").stringValue()));
            next = answer.headers()
                    .firstValue("Link")
                    .map(link -> link.replaceAll("<(.*)>; rel=\"next\"", "$1"))
                    .orElse(null);
        }
        assertThat(read).containsAll(sent).doesNotHaveDuplicates().isSortedAccordingTo(Comparator.reverseOrder());
    }

    @Test
    void aSentIssueIsReadByEverybodyAndADraftByEditors() {
        Issue sent = in(IssueStatus.FINISHED);
        var answer = get("/api/v1/newsletter/issues/" + sent.id());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(json(answer).get("path").stringValue()).isEqualTo("/weekly/" + sent.isoWeek());
        assertThat(json(answer).get("entries").isEmpty()).isFalse();
        assertThat(answer.body()).doesNotContain(AUTHOR, "recipients");

        Issue draft = in(IssueStatus.DRAFT);
        var path = "/api/v1/newsletter/issues/" + draft.id();
        assertThat(get(path).statusCode()).isEqualTo(404);
        assertThat(get(path, "Authorization", TestTokens.bearer("editor")).statusCode())
                .isEqualTo(404);
        var read = get(path, "Authorization", TestTokens.bearer("newsletter"));
        assertThat(read.headers().firstValue("ETag")).hasValue("\"1\"");
        assertThat(read.headers().firstValue("Vary").orElse("")).contains("Authorization");
        assertThat(json(read).get("author").stringValue()).isEqualTo(AUTHOR);
    }

    @ParameterizedTest
    @CsvSource({"limit=0, /limit", "limit=101, /limit", "limit=ten, /limit", "cursor=x, /cursor"})
    void aPageThatCannotBeIsRefused(String query, String pointer) {
        var answer = get("/api/v1/newsletter/issues?" + query);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).at("/errors/0/pointer").stringValue()).isEqualTo(pointer);
    }

    @Test
    void anIssueThatWasNotSentIsNotFound() {
        var answer = get("/api/v1/newsletter/issues/0199a8c0-0000-7000-8000-000000000901");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(json(answer).get("type").stringValue())
                .isEqualTo("https://toolverdicts.dev/problems/issue-not-found");
    }

    @Test
    void aWeekWithoutAnIssueHasAPageThatSaysSo() {
        assertThat(get("/weekly/2026-W40").statusCode()).isEqualTo(404);
        assertThat(get("/weekly/2026-W40").body()).contains("No issue for 2026-W40", "/weekly");
        assertThat(get("/weekly/nonsense").statusCode()).isEqualTo(404);
        assertThat(get("/weekly/%3Cscript%3E").body()).doesNotContain("<script>");
    }

    @Test
    void theTopicForIssuesIsCompacted() throws Exception {
        try (var admin = Admin.create(kafka.getConfigurationProperties())) {
            var topic = admin.describeTopics(List.of("newsletter.issue.v1"))
                    .allTopicNames()
                    .get(10, TimeUnit.SECONDS)
                    .get("newsletter.issue.v1");
            assertThat(topic.partitions()).hasSize(1);
            var resource = new ConfigResource(ConfigResource.Type.TOPIC, "newsletter.issue.v1");
            Map<ConfigResource, org.apache.kafka.clients.admin.Config> config =
                    admin.describeConfigs(List.of(resource)).all().get(10, TimeUnit.SECONDS);
            assertThat(config.get(resource).get("cleanup.policy").value()).isEqualTo("compact");
        }
    }

    @Test
    void theDescriptionNamesEveryOperation() {
        assertThat(json(get("/v3/api-docs")).get("paths").propertyNames())
                .contains("/api/v1/newsletter/issues", "/api/v1/newsletter/issues/{id}")
                .containsAll(Stream.of("approve", "schedule", "send", "pause", "resume", "cancel", "retry-failed")
                        .map(move -> "/api/v1/newsletter/issues/{id}/" + move)
                        .toList());
    }
}
