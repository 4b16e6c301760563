package dev.toolverdicts.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class SchemaContractTest {

    /// Old records lack these.
    private static final Map<String, Set<String>> ADDED = Map.of(
            "catalog.tool.v1", Set.of("takenDown", "repoUrl", "facts", "latestRelease"),
            "vote.cast.v1", Set.of("voterSince", "arrivalSite"),
            "newsletter.issue.v1", Set.of("status"),
            "review.critic.v1", Set.of("categories"));

    /// Old records lack these of each review on the panel's topic.
    private static final Set<String> ADDED_TO_REVIEWS = Set.of(
            "model",
            "promptVersion",
            "citations",
            "dueAt",
            "previousVerdict",
            "verdictSince",
            "changeReason",
            "helpfulYes",
            "helpfulNo");

    static Set<String> topics() {
        return Contracts.topics();
    }

    @TestFactory
    Stream<DynamicTest> everySampleMatchesItsSchema() {
        return topics().stream()
                .flatMap(topic -> Contracts.sampleNames(topic).stream()
                        .map(name -> DynamicTest.dynamicTest(
                                topic + "/" + name,
                                () -> assertThat(Contracts.errors(topic, Contracts.sample(topic, name)))
                                        .isEmpty())));
    }

    @ParameterizedTest
    @MethodSource("topics")
    void everyTopicHasAtLeastTwoSamples(String topic) {
        assertThat(Contracts.sampleNames(topic)).hasSizeGreaterThanOrEqualTo(2);
    }

    /// An enum value that no sample shows is a value that no consumer was ever tested with.
    @ParameterizedTest
    @MethodSource("topics")
    void samplesShowEveryEnumValueAndEveryNull(String topic) {
        var wanted = new TreeSet<String>();
        var seen = new TreeSet<String>();
        SchemaEdges.of(Contracts.schema(topic).getSchemaNode()).addTo(wanted);
        Contracts.sampleNames(topic).forEach(name -> SchemaEdges.seenIn(Contracts.sample(topic, name), seen));
        wanted.removeAll(seen);
        assertThat(wanted).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("topics")
    void aFieldThatIsAddedLaterIsNoError(String topic) {
        var value = Contracts.sample(
                        topic, Contracts.sampleNames(topic).iterator().next())
                .asObject();
        value.put("aFieldOfNextYear", 1);
        assertThat(Contracts.errors(topic, value)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("topics")
    void everyFieldOfTheFirstVersionIsRequired(String topic) {
        var schema = Contracts.schema(topic).getSchemaNode();
        var first = new ArrayList<>(schema.get("properties").propertyNames());
        first.removeAll(ADDED.getOrDefault(topic, Set.of()));
        assertThat(schema.get("required").valueStream().map(JsonNode::stringValue))
                .containsExactlyElementsOf(first);
    }

    @Test
    void theSameHoldsForEachReviewOfAPanel() {
        var review = Contracts.schema("review.panel.v1").getSchemaNode().at("/$defs/review");
        var first = new ArrayList<>(review.get("properties").propertyNames());
        first.removeAll(ADDED_TO_REVIEWS);
        assertThat(review.get("required").valueStream().map(JsonNode::stringValue))
                .containsExactlyElementsOf(first);
        assertThat(ADDED_TO_REVIEWS)
                .allSatisfy(field -> assertThat(Contracts.sampleNames("review.panel.v1").stream()
                                .flatMap(name -> Contracts.sample("review.panel.v1", name)
                                        .get("reviews")
                                        .valueStream())
                                .map(each -> each.has(field)))
                        .contains(true, false));
    }

    @Test
    void aSampleShowsEachFieldThatWasAddedAndAnOlderOneLacksIt() {
        ADDED.forEach((topic, fields) -> assertThat(fields)
                .allSatisfy(field -> assertThat(Contracts.sampleNames(topic).stream()
                                .map(name -> Contracts.sample(topic, name).has(field)))
                        .contains(true, false)));
    }

    @Test
    void theChannelListHasEveryTopicAndNoOther() {
        var addresses = Contracts.asyncApi()
                .get("channels")
                .valueStream()
                .map(channel -> channel.get("address").stringValue())
                .toList();
        assertThat(addresses).contains("{topic}-dlt").hasSize(topics().size() + 1);
        assertThat(addresses).containsAll(topics());
        assertThat(Contracts.asyncApi()
                        .at("/channels/deadLetter/parameters/topic/enum")
                        .valueStream()
                        .map(JsonNode::stringValue))
                .containsExactlyInAnyOrderElementsOf(topics());
    }

    @ParameterizedTest
    @CsvSource({
        "tool, catalog.tool.v1, 6, toolId, dev.toolverdicts.tool.state, /catalog-service",
        "critic, review.critic.v1, 1, criticKey, dev.toolverdicts.critic.state, /review-service",
        "panel, review.panel.v1, 6, toolId, dev.toolverdicts.panel.state, /review-service",
        "cast, vote.cast.v1, 24, toolId:voterId, dev.toolverdicts.vote.cast, /vote-service",
        "ruling, vote.ruling.v1, 24, toolId:voterId, dev.toolverdicts.vote.ruling, /vote-service",
        "tally, vote.tally.v1, 6, toolId, dev.toolverdicts.tally.state, /vote-service",
        "duel, vote.duel.v1, 6, toolA:toolB, dev.toolverdicts.duel.state, /vote-service",
        "duelRank, vote.duel-rank.v1, 1, categoryKey, dev.toolverdicts.duel-rank.state, /vote-service",
        "voice, vote.voice.v1, 6, toolId, dev.toolverdicts.voice.state, /vote-service",
        "leaderboard, vote.leaderboard.v1, 1, boardKey, dev.toolverdicts.leaderboard.state, /vote-service",
        "issue, newsletter.issue.v1, 1, issueId, dev.toolverdicts.issue.state, /newsletter-service",
    })
    void channelsSayKeyPartitionsPolicyAndEnvelope(
            String channel, String topic, int partitions, String key, String type, String source) {
        var api = Contracts.asyncApi();
        var kafka = api.at("/channels/" + channel + "/bindings/kafka");
        assertThat(kafka.get("topic").stringValue()).isEqualTo(topic);
        assertThat(kafka.get("partitions").intValue()).isEqualTo(partitions);
        assertThat(kafka.at("/topicConfiguration/cleanup.policy/0").stringValue())
                .isEqualTo("compact");

        var message = api.at("/components/messages/" + channel);
        assertThat(message.at("/bindings/kafka/key/description").stringValue()).isEqualTo(key);
        assertThat(message.at("/headers/allOf/1/properties/ce_type/const").stringValue())
                .isEqualTo(type);
        assertThat(message.at("/headers/allOf/1/properties/ce_source/const").stringValue())
                .isEqualTo(source);
        assertThat(message.at("/payload/schema/$ref").stringValue()).isEqualTo("schemas/" + topic + ".json");
    }

    @Test
    void everyReferenceOfTheChannelListLeadsSomewhere() {
        var api = Contracts.asyncApi();
        assertThat(api.findValues("$ref").stream().map(JsonNode::stringValue))
                .isNotEmpty()
                .allSatisfy(ref -> {
                    if (ref.startsWith("#")) {
                        assertThat(api.at(ref.substring(1)).isMissingNode()).isFalse();
                    } else {
                        assertThat(Contracts.ROOT.resolve(ref)).exists();
                    }
                });
    }
}
