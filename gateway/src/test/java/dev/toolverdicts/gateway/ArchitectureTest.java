package dev.toolverdicts.gateway;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class ArchitectureTest {

    private static final Pattern BUSINESS = Pattern.compile(
            "tools?|reviews?|votes?|voters?|voting|critics?|verdicts?|catalog|newsletter|issues?|subscri\\w+"
                    + "|tall(y|ies)|panels?|comparisons?");

    private static final JavaClasses GATEWAY = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.toolverdicts.gateway");

    private void holds(ArchRule rule) {
        assertThat(GATEWAY).isNotEmpty();
        rule.check(GATEWAY);
    }

    @Test
    void theCodeKnowsNoBusiness() throws IOException {
        try (var files = Files.walk(Path.of("src/main/java"))) {
            List<Path> sources =
                    files.filter(file -> file.toString().endsWith(".java")).toList();
            assertThat(sources).hasSizeGreaterThan(20);
            for (Path source : sources) {
                assertThat(words(Files.readString(source)))
                        .as(source.toString())
                        .noneMatch(word -> BUSINESS.matcher(word).matches());
            }
        }
    }

    /// The words of all names and comments, without the site's own name and the JSON library's.
    private static List<String> words(String source) {
        String own = source.replace("toolverdicts", "").replace("import tools.jackson", "");
        return Arrays.stream(own.split("[^A-Za-z]+|(?<=[a-z])(?=[A-Z])", -1))
                .map(word -> word.toLowerCase(Locale.ROOT))
                .toList();
    }

    @Test
    void theGatewayDependsOnNothingElseOfOursButTheShortWayTelemetryAndSecrets() {
        holds(noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "dev.toolverdicts.platform.messaging..",
                        "dev.toolverdicts.platform.web..",
                        "dev.toolverdicts.contracts.."));
    }

    @Test
    void packagesFormNoCycle() {
        holds(slices().matching("dev.toolverdicts.gateway.(*)..").should().beFreeOfCycles());
    }

    @Test
    void onlyOnePackageKnowsWhereTheServicesAre() {
        holds(noClasses()
                .that()
                .resideOutsideOfPackage("..gateway.copies")
                .should()
                .dependOnClassesThat()
                .haveSimpleName("CopiesSettings"));
    }

    @Test
    void nothingBlocks() {
        holds(noClasses()
                .should()
                .callMethod(Thread.class, "sleep", long.class)
                .orShould()
                .callMethod(Mono.class, "block")
                .orShould()
                .callMethod(Flux.class, "blockLast"));
    }

    @Test
    void noCalendarTimeAndNoRandomNames() {
        holds(noClasses().should().callMethod(Instant.class, "now").orShould().callMethod(UUID.class, "randomUUID"));
    }

    @Test
    void namesSayWhatAClassIs() {
        holds(noClasses().should().haveNameMatching(".*(Manager|Helper|Util|Utils|Impl|DTO|Dto)"));
    }
}
