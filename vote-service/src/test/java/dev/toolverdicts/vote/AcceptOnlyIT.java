package dev.toolverdicts.vote;

import static dev.toolverdicts.vote.Visitor.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.toolverdicts.platform.test.TestInfrastructure;
import java.net.http.HttpResponse;
import java.time.Duration;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.health.actuate.endpoint.HealthEndpointGroup;
import org.springframework.boot.health.actuate.endpoint.HealthEndpointGroups;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// The accept role by itself, with no database configured, while the log cannot be written: its
/// producer's address leads nowhere.
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "vote.roles=accept",
            "vote.secret=MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=",
            "spring.kafka.producer.bootstrap-servers=127.0.0.1:1",
            "spring.security.oauth2.resourceserver.jwt.jwk-set-uri=http://127.0.0.1:1/jwks.json",
            "spring.security.oauth2.resourceserver.jwt.issuer-uri=http://identity.test"
        })
@Import(Catalog.class)
@ExtendWith(OutputCaptureExtension.class)
class AcceptOnlyIT {

    @DynamicPropertySource
    static void kafka(DynamicPropertyRegistry registry) {
        registry.add("spring.kafka.bootstrap-servers", TestInfrastructure::bootstrapServers);
    }

    @LocalServerPort
    int port;

    @Autowired
    Catalog catalog;

    @Autowired
    HealthEndpointGroups health;

    @Autowired
    ObjectProvider<DataSource> dataSource;

    @Autowired
    ObjectProvider<Flyway> flyway;

    @Test
    void acceptingNeedsNoDatabaseAndIsReadyWhenItKnowsTheTools() {
        assertThat(dataSource.getIfAvailable()).isNull();
        assertThat(flyway.getIfAvailable()).isNull();
        await().atMost(Duration.ofSeconds(15))
                .untilAsserted(() -> assertThat(new Visitor(port)
                                .get("/actuator/health/readiness")
                                .statusCode())
                        .isEqualTo(200));
        assertThat(new Visitor(port).get("/actuator/health/liveness").statusCode())
                .isEqualTo(200);
        assertThat(new Visitor(port).get("/api/v1/votes?tools=a").statusCode()).isEqualTo(404);
    }

    @Test
    void theWayOfAVoteWasWalkedBeforeTheStartEnded(CapturedOutput output) {
        assertThat(output).contains("accept warmed up").doesNotContain("accept not warmed up");
        assertThat(output.toString().indexOf("accept warmed up"))
                .isLessThan(output.toString().indexOf("Started AcceptOnlyIT"));
    }

    @Test
    void aTailThatHasEndedIsNoticedWithoutADatabaseToo() {
        HealthEndpointGroup liveness = health.get("liveness");
        assertThat(liveness).isNotNull();
        assertThat(liveness.isMember("listeners")).isTrue();
    }

    @Test
    void aVoteThatIsNotKnownToBeDurableIsAnsweredWith503() {
        String slug = catalog.announce().slug();
        HttpResponse<String> refused = new Visitor(port).cast(slug, "ship");
        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.headers().firstValue("Retry-After")).contains("1");
        assertThat(json(refused).get("type").asString())
                .isEqualTo("https://toolverdicts.dev/problems/vote-not-durable");
        // It may land all the same: only as the same voter is it safe to vote again.
        assertThat(refused.headers().allValues("Set-Cookie"))
                .anySatisfy(cookie -> assertThat(cookie).startsWith("voter="));
    }
}
