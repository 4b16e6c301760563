package dev.toolverdicts.newsletter.issue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolverdicts.newsletter.NewsletterInfrastructure;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.kafka.core.KafkaAdmin;

class IssueIT extends NewsletterInfrastructure {

    @Autowired
    private KafkaAdmin kafka;

    @Test
    void theIssueListIsEmptyAndSaysSo() {
        var answer = get("/api/v1/newsletter/issues");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(json(answer).get("issues").isEmpty()).isTrue();
        assertThat(json(answer).get("asOf").isString()).isTrue();
        assertThat(answer.headers().firstValue("ETag").orElse("")).startsWith("\"");
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
    void theTopicForIssuesWaits() throws Exception {
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
        var description = json(get("/v3/api-docs"));
        assertThat(description.get("paths").propertyNames())
                .containsExactlyInAnyOrder(
                        "/api/v1/newsletter/subscriptions",
                        "/api/v1/newsletter/issues",
                        "/api/v1/newsletter/issues/{id}",
                        "/api/v1/newsletter/digest");
    }
}
