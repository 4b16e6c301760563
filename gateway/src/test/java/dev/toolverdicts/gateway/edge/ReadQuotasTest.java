package dev.toolverdicts.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;

class ReadQuotasTest {

    private static final InetAddress CLIENT = InetAddress.ofLiteral("192.0.2.1");

    private final ReadQuotas quotas = new ReadQuotas(new ReadSettings(
            List.of("/api/**"), List.of("/api/live/{x}"), new Quota(2, 1), Map.of("more", new Quota(3, 1)), 100));

    @ParameterizedTest
    @CsvSource({
        "GET, /api/x, true",
        "HEAD, /api/x/y, true",
        "POST, /api/x, false",
        "GET, /x, false",
        "GET, /api/live/x, false",
        "GET, /api/%6cive/x, false",
        "GET, /api/live/x/y, true",
    })
    void onlyReadsOfTheApiAreCounted(String method, String path, boolean counted) {
        assertThat(quotas.count(HttpMethod.valueOf(method), PathContainer.parsePath(path)))
                .isEqualTo(counted);
    }

    @Test
    void aNetworkAndAKeyEachHaveTheirOwn() {
        var one = new KeyHolder(1, "more");
        assertThat(quotas.take(CLIENT)).returns(2, Allowance::limit).returns(1L, Allowance::remaining);
        assertThat(quotas.take(one)).returns(3, Allowance::limit).returns(2L, Allowance::remaining);
        assertThat(quotas.take(one).granted()).isTrue();
        assertThat(quotas.take(one).granted()).isTrue();

        assertThat(quotas.take(one).granted()).isFalse();
        assertThat(quotas.take(new KeyHolder(2, "more")).granted()).isTrue();
        assertThat(quotas.take(CLIENT).granted()).isTrue();
        assertThat(quotas.take(CLIENT).granted()).isFalse();
        assertThat(quotas.take(InetAddress.ofLiteral("192.0.2.2")).granted()).isTrue();
    }

    @Test
    void aTierThatIsNoMoreIsWorthNoMoreThanNoKey() {
        assertThat(quotas.take(new KeyHolder(1, "gone"))).returns(2, Allowance::limit);
    }

    @Test
    void whoHasAKeyMayReadMore() throws IOException {
        var environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .addLast(new YamlPropertySourceLoader()
                        .load("settings", new ClassPathResource("application.yml"))
                        .getFirst());
        environment
                .getPropertySources()
                .replace(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                        new SystemEnvironmentPropertySource(
                                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                                Map.of("GATEWAY_READS_TIERS_LARGE_PERMINUTE", "7000000")));

        ReadSettings settings = Binder.get(environment)
                .bind("gateway.reads", ReadSettings.class)
                .get();

        assertThat(settings.tiers().keySet()).containsExactlyInAnyOrder("standard", "large");
        assertThat(settings.tiers().values())
                .allSatisfy(tier -> assertThat(tier.perMinute())
                        .isGreaterThan(settings.anonymous().perMinute()));
        assertThat(settings.tiers().get("large")).isEqualTo(new Quota(200_000, 7_000_000));
    }
}
