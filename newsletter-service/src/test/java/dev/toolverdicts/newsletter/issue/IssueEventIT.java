package dev.toolverdicts.newsletter.issue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.toolverdicts.platform.test.ContractSchemas;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.kafka.core.ConsumerFactory;
import tools.jackson.databind.JsonNode;

/// What leaves on `newsletter.issue.v1` is in step with the table, fits its schema and names nobody.
class IssueEventIT extends IssueInfrastructure {

    private static final String TOPIC = "newsletter.issue.v1";

    @Autowired
    private ConsumerFactory<String, byte[]> consumers;

    @Test
    void everyMoveLeavesWithItsVersionInOrderAndWithoutAnAddress() {
        UUID somebody = subscriber("secret-address", "confirmed");
        Issue issue = drafted();
        moves.approve(issue.id(), new Approval("newsletter-1", null, 1, List.of()));
        moves.move(issue.id(), Move.SEND, "newsletter-1");
        moves.move(issue.id(), Move.PAUSE, "newsletter-1");
        moves.move(issue.id(), Move.RESUME, "newsletter-1");
        jdbc.sql("UPDATE delivery SET state = 'sent' WHERE issue_id = :id")
                .param("id", issue.id())
                .update();
        moves.endIfDone(issue.id());

        List<JsonNode> told = told(issue.id(), 6);
        assertThat(told).extracting(event -> event.get("version").longValue()).containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
        assertThat(told)
                .extracting(event -> event.get("status").stringValue())
                .containsExactly("draft", "approved", "sending", "paused", "sending", "finished");
        assertThat(told)
                .extracting(event -> event.get("state").stringValue())
                .containsExactly("built", "built", "built", "built", "built", "sent");
        assertThat(told.get(1).get("recipients").isNull()).isTrue();
        int recipients = ledger(issue.id()).size();
        assertThat(told.get(2).get("recipients").intValue()).isEqualTo(recipients);
        assertThat(told.get(2).get("sent").intValue()).isZero();
        assertThat(told.get(5).get("sent").intValue()).isEqualTo(recipients);
        assertThat(told)
                .allSatisfy(
                        event -> assertThatCode(() -> ContractSchemas.validate(TOPIC, JSON.writeValueAsBytes(event)))
                                .doesNotThrowAnyException())
                .noneSatisfy(event ->
                        assertThat(event.toString()).containsAnyOf("@", somebody.toString(), AUTHOR, "newsletter-1"));
    }

    @Test
    void theAuditorCanAskForEveryIssueAgain() {
        Issue issue = drafted();
        assertThat(journal.versions()).containsEntry(issue.id().toString(), 1L);
        journal.append(List.of(issue.id().toString()));
        assertThat(told(issue.id(), 2))
                .extracting(event -> event.get("version").longValue())
                .containsExactly(1L, 1L);
    }

    private List<JsonNode> told(UUID issue, int expected) {
        var told = new ArrayList<JsonNode>();
        try (var consumer = consumers.createConsumer("issue-event-it", null)) {
            var partition = List.of(new TopicPartition(TOPIC, 0));
            consumer.assign(partition);
            consumer.seekToBeginning(partition);
            for (int polls = 0; polls < 100 && told.size() < expected; polls++) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> {
                    if (record.key().equals(issue.toString())) {
                        told.add(JSON.readTree(record.value()));
                    }
                });
            }
        }
        return told;
    }
}
