package dev.toolverdicts.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpCookie;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;

class QuotasTest {

    private static final InetAddress CLIENT = InetAddress.ofLiteral("192.0.2.1");

    private static Quotas quotas(int subject, int device, int network, int remembered) {
        return new Quotas(new QuotaSettings(
                List.of("PUT /a/{subject}"),
                List.of("who"),
                new Quota(network, 1),
                new Quota(device, 1),
                new Quota(subject, 1),
                remembered));
    }

    private static MockServerHttpRequest put(String subject, String cookie) {
        return MockServerHttpRequest.put("/a/" + subject)
                .cookie(new HttpCookie("who", cookie))
                .build();
    }

    @Test
    void everyQuotaCanBeRaisedByTheEnvironment() throws IOException {
        var environment = new StandardEnvironment();
        MutablePropertySources sources = environment.getPropertySources();
        sources.addLast(new YamlPropertySourceLoader()
                .load("settings", new ClassPathResource("application.yml"))
                .getFirst());
        sources.replace(
                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                new SystemEnvironmentPropertySource(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                        Map.of(
                                "GATEWAY_QUOTA_NETWORK_BURST", "1000000000",
                                "GATEWAY_QUOTA_DEVICE_PERMINUTE", "1000",
                                "GATEWAY_QUOTA_SUBJECT_PER_MINUTE", "2000")));

        QuotaSettings settings = Binder.get(environment)
                .bind("gateway.quota", QuotaSettings.class)
                .get();

        assertThat(settings.network()).isEqualTo(new Quota(1_000_000_000, 600));
        assertThat(settings.device()).isEqualTo(new Quota(60, 1000));
        assertThat(settings.subject()).isEqualTo(new Quota(10, 2000));
        assertThat(settings.requests())
                .contains("PUT /api/v1/tools/{subject}/vote", "PUT /api/v1/tools/{slug}/reviews/{subject}/helpful")
                .contains("PUT /api/v1/duels/{subject}", "DELETE /api/v1/duels/{subject}", "POST /duel/{subject}")
                .contains("PUT /api/v1/tools/{subject}/vote/reason", "POST /tool/{subject}/vote/reason");
        var unlimited = new Limit<>(1_000_000_000, 10, Duration.ofMinutes(1), 10);
        assertThat(unlimited.take("x").remaining()).isEqualTo(999_999_999);
    }

    @Test
    void onlyWhatIsNamedIsCounted() {
        Quotas quotas = quotas(1, 1, 1, 10);

        assertThat(quotas.take(MockServerHttpRequest.post("/a/x").build(), CLIENT))
                .isEmpty();
        assertThat(quotas.take(MockServerHttpRequest.put("/a/x/y").build(), CLIENT))
                .isEmpty();
        assertThat(quotas.take(put("x", "me"), CLIENT)).isPresent();
    }

    @Test
    void cookiesThatAreMadeUpFillNoMemory() {
        Quotas quotas = quotas(1, 1, 1_000_000, 100);

        for (int i = 0; i < 5_000; i++) {
            assertThat(quotas.take(put("x", "made up " + i), CLIENT))
                    .hasValueSatisfying(
                            allowance -> assertThat(allowance.granted()).isTrue());
        }

        assertThat(quotas.remembered()).isBetween(1L, 100L);
    }

    @Test
    void whoIsRefusedTakesNothingFromNeighbours() {
        Quotas quotas = quotas(1, 10, 3, 100);
        for (int i = 0; i < 20; i++) {
            var _ = quotas.take(put("x", "greedy"), CLIENT);
        }

        assertThat(quotas.take(put("x", "modest"), CLIENT))
                .hasValueSatisfying(allowance -> assertThat(allowance.granted()).isTrue());
    }

    @Test
    void theLimitThatIsMetFirstIsTold() {
        var wide = new Allowance(true, 100, 50, Duration.ZERO, Duration.ZERO);
        var narrow = new Allowance(true, 5, 4, Duration.ZERO, Duration.ZERO);
        var refused = new Allowance(false, 200, 0, Duration.ofMillis(1500), Duration.ofMinutes(1));

        assertThat(wide.orTighter(narrow)).isEqualTo(narrow);
        assertThat(narrow.orTighter(wide)).isEqualTo(narrow);
        assertThat(narrow.orTighter(refused)).isEqualTo(refused);
        assertThat(refused.orTighter(narrow).retrySeconds()).isEqualTo(2);
    }
}
