package dev.toolverdicts.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import java.util.zip.ZipFile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The bill of materials in each packaged jar, held against what is in the jar.
class SbomIT {

    private static final String BILL = "META-INF/sbom/application.cdx.json";
    private static final String LIBRARIES = "BOOT-INF/lib/";
    /// The launcher's own, which Boot's plugin adds after the bill is written. It comes with Boot's
    /// version.
    private static final String TOOLS = "spring-boot-jarmode-tools-";
    private static final String STARTERS = "spring-boot-starter";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "catalog-service",
                "review-service",
                "vote-service",
                "newsletter-service",
                "gateway",
                "platform/identity-provider"
            })
    void everyLibraryInAJarIsListedWithItsVersionAndNothingElse(String module) throws IOException {
        try (var jar = new ZipFile(jar(module).toFile())) {
            Set<String> present = jar.stream()
                    .map(entry -> entry.getName())
                    .filter(name -> name.startsWith(LIBRARIES) && name.endsWith(".jar"))
                    .map(name -> name.substring(LIBRARIES.length()))
                    .filter(name -> !name.startsWith(TOOLS))
                    .collect(Collectors.toSet());
            assertThat(present).hasSizeGreaterThan(20);

            assertThat(StreamSupport.stream(bill(jar).path("components").spliterator(), false)
                            .map(SbomIT::file)
                            // Boot packages no starter: they only name others.
                            .filter(name -> present.contains(name) || !name.startsWith(STARTERS))
                            .collect(Collectors.toSet()))
                    .containsExactlyInAnyOrderElementsOf(present);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "catalog-service, org.springframework.kafka, spring-kafka",
        "review-service, org.postgresql, postgresql",
        "vote-service, org.springframework.kafka, spring-kafka",
        "vote-service, org.postgresql, postgresql",
        "vote-service, io.netty, netty-handler",
        "newsletter-service, org.eclipse.angus, jakarta.mail",
        "gateway, org.springframework.cloud, spring-cloud-gateway-server-webflux",
        "platform/identity-provider, org.springframework.security, spring-security-oauth2-authorization-server"
    })
    void itNamesWhereALibraryComesFrom(String module, String group, String name) throws IOException {
        try (var jar = new ZipFile(jar(module).toFile())) {
            assertThat(bill(jar).path("components"))
                    .filteredOn(component -> component.path("name").asString().equals(name))
                    .singleElement()
                    .satisfies(component -> assertThat(component.path("purl").asString())
                            .startsWith("pkg:maven/" + group + "/" + name + "@"
                                    + component.path("version").asString()));
        }
    }

    /// The same sources give the same bytes.
    @ParameterizedTest
    @ValueSource(strings = {"vote-service", "gateway"})
    void nothingInItDependsOnWhenItWasMade(String module) throws IOException {
        try (var jar = new ZipFile(jar(module).toFile())) {
            JsonNode bill = bill(jar);
            assertThat(bill.has("serialNumber")).isFalse();
            assertThat(bill.path("metadata").path("timestamp").asString("2026-11-24T00:00:00Z"))
                    .isEqualTo("2026-11-24T00:00:00Z");
            assertThat(bill.path("metadata").path("component").path("name").asString())
                    .isEqualTo(module);
        }
    }

    private static String file(JsonNode component) {
        String purl = component.path("purl").asString();
        String classifier = purl.contains("classifier=")
                ? "-" + purl.replaceFirst(".*classifier=", "").replaceFirst("&.*", "")
                : "";
        return component.path("name").asString() + "-"
                + component.path("version").asString() + classifier + ".jar";
    }

    private static JsonNode bill(ZipFile jar) throws IOException {
        var entry = jar.getEntry(BILL);
        assertThat(entry)
                .as("%s in %s, which Maven leaves out with -o", BILL, jar.getName())
                .isNotNull();
        try (var bytes = jar.getInputStream(entry)) {
            return new JsonMapper().readTree(new String(bytes.readAllBytes(), UTF_8));
        }
    }

    private static Path jar(String module) throws IOException {
        String name = module.substring(module.lastIndexOf('/') + 1);
        try (var files = Files.list(Checkout.ROOT.resolve(module).resolve("target"))) {
            return files.filter(file -> file.getFileName().toString().matches(name + "-[0-9].*\\.jar"))
                    .filter(file -> !file.toString().endsWith("-sources.jar"))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(module + " is not packaged"));
        }
    }
}
