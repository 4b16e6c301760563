package dev.toolverdicts.vote;

import static dev.toolverdicts.vote.Visitor.json;
import static dev.toolverdicts.vote.Visitor.receipt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.toolverdicts.vote.Catalog.Tool;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

/// More copies join the whole service, each with one role: they share its database and log.
class ScaledApartIT extends WholeService {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Autowired
    Environment whole;

    private ConfigurableApplicationContext copy(String role) {
        var settings = new ArrayList<>(List.of("--vote.roles=" + role, "--server.port=0"));
        for (String key : List.of(
                "vote.secret",
                "vote.count.gather-millis",
                "spring.datasource.url",
                "spring.datasource.username",
                "spring.datasource.password",
                "spring.kafka.bootstrap-servers",
                "spring.security.oauth2.resourceserver.jwt.jwk-set-uri",
                "spring.security.oauth2.resourceserver.jwt.issuer-uri")) {
            if (!key.startsWith("spring.datasource") || !role.equals("accept")) {
                settings.add("--" + key + "=" + whole.getRequiredProperty(key));
            }
        }
        return new SpringApplicationBuilder(VoteApplication.class)
                .web(WebApplicationType.REACTIVE)
                .run(settings.toArray(String[]::new));
    }

    private static int port(ConfigurableApplicationContext copy) {
        return Integer.parseInt(copy.getEnvironment().getRequiredProperty("local.server.port"));
    }

    private static void awaitReady(int port) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(new Visitor(port)
                                .get("/actuator/health/readiness")
                                .statusCode())
                        .isEqualTo(200));
        assertThat(new Visitor(port).get("/actuator/health/liveness").statusCode())
                .isEqualTo(200);
    }

    @Test
    void eachRoleWorksByItselfAndBesideOthers() {
        try (var accept = copy("accept");
                var count = copy("count");
                var query = copy("query")) {
            for (int each : new int[] {port(accept), port(count), port(query)}) {
                awaitReady(each);
            }
            // From here on the new copy counts alone.
            listeners.getListenerContainer("vote-counter").stop();
            Tool tool = catalog.announce();
            for (int i = 0; i < 40; i++) {
                var voter = new Visitor(i % 2 == 0 ? port(accept) : port);
                String receipt = receipt(voter.cast(tool.slug(), i < 30 ? "ship" : "skip"));
                Visitor elsewhere = voter.at(port(query));
                assertThat(elsewhere.own(tool.slug()).get("choice").asString()).isEqualTo(i < 30 ? "ship" : "skip");
                // The first ones wait until the partitions have a new counter.
                await().atMost(PATIENCE)
                        .untilAsserted(() -> assertThat(elsewhere
                                        .own(tool.slug(), receipt)
                                        .get("counted")
                                        .asBoolean())
                                .isTrue());
            }
            for (int reading : new int[] {port(query), port}) {
                await().atMost(PATIENCE)
                        .untilAsserted(() -> assertThat(new Visitor(reading)
                                        .tally(tool.slug())
                                        .get("ships")
                                        .asLong())
                                .isEqualTo(30));
            }
            assertThat(new Visitor(port(query)).cast(tool.slug(), "ship").statusCode())
                    .isEqualTo(404);
            assertThat(json(new Visitor(port(count)).get("/api/v1/votes?tools=a"))
                            .get("status")
                            .asInt())
                    .isEqualTo(404);
            long[] versions = topics.read("vote.tally.v1", tool.id().toString()).stream()
                    .mapToLong(ScaledApartIT::version)
                    .toArray();
            assertThat(versions).isSorted().doesNotHaveDuplicates();
            assertThat(Arrays.stream(versions).max()).isPresent();
        } finally {
            listeners.getListenerContainer("vote-counter").start();
        }
        assertThat(check.run().differences()).isEmpty();
    }

    private static long version(ConsumerRecord<String, byte[]> tally) {
        return Long.parseLong(
                new String(tally.headers().lastHeader("ce_version").value(), StandardCharsets.US_ASCII));
    }
}
