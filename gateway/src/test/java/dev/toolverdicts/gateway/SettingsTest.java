package dev.toolverdicts.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.core.io.ClassPathResource;

/// What `application.yml` promises; the tests of the running gateway use shorter times.
class SettingsTest {

    private static final String WEBFLUX = "spring.cloud.gateway.server.webflux.";

    private final Properties settings = settings();

    private static Properties settings() {
        var yaml = new YamlPropertiesFactoryBean();
        yaml.setResources(new ClassPathResource("application.yml"));
        return yaml.getObject();
    }

    @Test
    void answersTakeFiveSecondsAtMostExceptStreamsAndFiles() {
        Map<String, String> exceptions = IntStream.range(0, 50)
                .mapToObj(i -> WEBFLUX + "routes[" + i + "].")
                .filter(route -> settings.containsKey(route + "metadata.response-timeout"))
                .collect(Collectors.toMap(
                        route -> settings.getProperty(route + "id"),
                        route -> settings.getProperty(route + "metadata.response-timeout")));

        assertThat(settings.getProperty(WEBFLUX + "httpclient.response-timeout"))
                .isEqualTo("5s");
        assertThat(exceptions)
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("tallies-stream", "-1", "changes-stream", "-1", "newsletter-bulk", "60000"));
        assertThat(settings.getProperty("gateway.copies.another-after")).isEqualTo("2500ms");
        assertThat(settings.getProperty("gateway.copies.connect-timeout")).isEqualTo("500ms");
        assertThat(settings.getProperty("gateway.copies.give-up-after")).isEqualTo("400ms");
    }

    @Test
    void onlyVotesAreWritesThatMayBeRepeated() {
        assertThat(settings.stringPropertyNames())
                .filteredOn(key -> key.endsWith("metadata.repeatable"))
                .singleElement()
                .satisfies(key -> {
                    assertThat(settings.getProperty(key)).isEqualTo("PUT,DELETE");
                    assertThat(settings.getProperty(key.replace("metadata.repeatable", "id")))
                            .isEqualTo("vote-accept");
                });
    }

    @Test
    void onlyHealthIsExposed() {
        assertThat(settings.getProperty("management.endpoints.web.exposure.include"))
                .isEqualTo("health");
        assertThat(settings.getProperty("management.endpoints.access.default")).isEqualTo("none");
    }

    @Test
    void theReadmeNamesEverySetting() throws IOException {
        String readme = Files.readString(Path.of("README.md"));

        assertThat(settings.stringPropertyNames().stream()
                        .filter(key -> key.startsWith("gateway.") || key.startsWith("site."))
                        .filter(key -> !key.startsWith("gateway.copies.groups."))
                        .map(key -> key.replaceAll("\\[\\d+]", "")))
                .allSatisfy(key -> assertThat(readme).contains("`" + key + "`"));
    }
}
