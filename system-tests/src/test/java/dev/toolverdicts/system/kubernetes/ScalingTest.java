package dev.toolverdicts.system.kubernetes;

import static dev.toolverdicts.system.kubernetes.Rendered.name;
import static org.assertj.core.api.Assertions.assertThat;

import dev.toolverdicts.system.Checkout;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// How many copies there are in production.
class ScalingTest {

    private static final String VOTES = "vote-service/src/main/java/dev/toolverdicts/vote/";

    /// One that is restarted or moved is not missed.
    @Test
    void nothingIsThereOnlyOnce() {
        Rendered production = Rendered.of(Rendered.PRODUCTION);
        List<String> scaled = scaled(production).toList();

        assertThat(scaled).containsExactlyInAnyOrder("gateway", "vote-accept", "vote-count");
        for (Deployment each : production.deployments()) {
            if (scaled.contains(name(each))) {
                // Or every time it is applied their number is what it says here.
                assertThat(each.getSpec().getReplicas()).as(name(each)).isNull();
            } else {
                assertThat(each.getSpec().getReplicas()).as(name(each)).isGreaterThan(1);
            }
        }
        assertThat(production.all(HorizontalPodAutoscaler.class)).allSatisfy(scaler -> {
            assertThat(scaler.getSpec().getMinReplicas()).isGreaterThan(1);
            assertThat(scaler.getSpec().getMaxReplicas())
                    .isGreaterThan(scaler.getSpec().getMinReplicas());
        });
    }

    private static Stream<String> scaled(Rendered rendered) {
        return Stream.concat(
                rendered.all(HorizontalPodAutoscaler.class)
                        .map(scaler -> scaler.getSpec().getScaleTargetRef().getName()),
                rendered.all(ScaledObject.class)
                        .map(scaler -> scaler.spec().scaleTargetRef().name()));
    }

    @Test
    void locallyThereIsOneOfEach() {
        Rendered local = Rendered.of(Rendered.LOCAL);

        assertThat(scaled(local)).isEmpty();
        assertThat(local.deployments())
                .allSatisfy(each -> assertThat(each.getSpec().getReplicas()).isNull());
    }

    @Test
    void countingIsScaledByWhatItsOwnGroupHasNotRead() throws IOException {
        Matcher listener = found(VOTES + "count/VoteCounter.java", "id = \"([^\"]+)\",\\s+topics = \"([^\"]+)\"");
        Rendered production = Rendered.of(Rendered.PRODUCTION);
        ScaledObject counting = counting(production);
        Map<String, String> lag = counting.spec().triggers().getFirst().metadata();

        assertThat(counting.spec().triggers().getFirst().type()).isEqualTo("kafka");
        assertThat(lag).containsEntry("consumerGroup", listener.group(1)).containsEntry("topic", listener.group(2));
        assertThat(production.environment(production.one(
                        Deployment.class, counting.spec().scaleTargetRef().name())))
                .containsEntry("VOTE_ROLES", "count")
                .containsKey(lag.get("bootstrapServersFromEnv"));
        assertThat(Long.parseLong(lag.get("lagThreshold"))).isPositive();
    }

    /// A writer more than there are partitions would have nothing to do.
    @Test
    void everyWriterHasAPartition() throws IOException {
        Rendered production = Rendered.of(Rendered.PRODUCTION);
        ScaledObject counting = counting(production);
        String topic = counting.spec().triggers().getFirst().metadata().get("topic");
        Matcher partitions =
                found(VOTES + "Topics.java", "\"" + Pattern.quote(topic) + "\"\\)\\s*\\.partitions\\((\\d+)\\)");
        int writers = Integer.parseInt(production
                .environment(production.one(Deployment.class, "vote-count"))
                .get("VOTE_COUNT_WRITERS"));

        assertThat(counting.spec().minReplicaCount()).isGreaterThan(1);
        assertThat(counting.spec().maxReplicaCount())
                .isGreaterThan(counting.spec().minReplicaCount());
        assertThat(counting.spec().maxReplicaCount() * writers)
                .isLessThanOrEqualTo(Integer.parseInt(partitions.group(1)));
    }

    @Test
    void whoAsksForTheLagHasAKeyToTheLog() {
        Rendered production = Rendered.of(Rendered.PRODUCTION);

        assertThat(production.all(TriggerAuthentication.class))
                .extracting(authentication -> authentication.metadata().getName())
                .containsExactly(counting(production)
                        .spec()
                        .triggers()
                        .getFirst()
                        .authenticationRef()
                        .name());
    }

    private static ScaledObject counting(Rendered rendered) {
        List<ScaledObject> all = rendered.all(ScaledObject.class).toList();
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    private static Matcher found(String file, String pattern) throws IOException {
        Matcher matcher = Pattern.compile(pattern).matcher(Files.readString(Checkout.ROOT.resolve(file)));
        assertThat(matcher.find()).as(pattern + " in " + file).isTrue();
        return matcher;
    }
}
