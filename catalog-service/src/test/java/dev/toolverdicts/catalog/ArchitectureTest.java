package dev.toolverdicts.catalog;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.annotation.KafkaListener;

class ArchitectureTest {

    private static final String[] OF_THE_REPOSITORY = {"dev.toolverdicts.."};

    private static final JavaClasses SERVICE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.toolverdicts.catalog");

    private static void holds(ArchRule rule) {
        assertThat(SERVICE).isNotEmpty();
        rule.check(SERVICE);
    }

    private static boolean isOfTheApiDescription(JavaClass type) {
        return type.isAnnotatedWith(Schema.class);
    }

    private static DescribedPredicate<JavaClass> value() {
        return DescribedPredicate.describe(
                "records, enums and sealed types",
                type -> (type.isRecord() || type.isEnum())
                        && !type.isAnnotatedWith(ConfigurationProperties.class)
                        && !isOfTheApiDescription(type));
    }

    @Test
    void theServiceDependsOnThePlatformAndNothingElseOfOurs() {
        holds(noClasses()
                .should()
                .dependOnClassesThat(resideInAnyPackage(OF_THE_REPOSITORY)
                        .and(not(resideInAnyPackage(
                                "dev.toolverdicts.catalog..",
                                "dev.toolverdicts.platform.keptfiles..",
                                "dev.toolverdicts.platform.messaging..",
                                "dev.toolverdicts.platform.operations..",
                                "dev.toolverdicts.platform.telemetry..",
                                "dev.toolverdicts.platform.web..")))));
    }

    @Test
    void valuesKnowNoFramework() {
        holds(classes()
                .that(value())
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                        "java..",
                        "org.jspecify..",
                        "com.fasterxml.jackson.annotation..", // two names of the contract that Java cannot have
                        "dev.toolverdicts.platform.keptfiles..",
                        "dev.toolverdicts.catalog..")));
    }

    @Test
    void sqlLivesInRepositoriesAndQueries() {
        holds(noClasses()
                .that(not(simpleNameEndingWith("Repository")).and(not(simpleNameEndingWith("Queries"))))
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(JdbcClient.class, JdbcOperations.class));
    }

    @Test
    void theReadSideKnowsNothingOfTheWriteSide() {
        holds(noClasses()
                .that()
                .resideInAnyPackage(
                        "..catalog.card",
                        "..catalog.search",
                        "..catalog.alternative",
                        "..catalog.comparison",
                        "..catalog.critic",
                        "..catalog.leaderboard",
                        "..catalog.live",
                        "..catalog.duel",
                        "..catalog.badge",
                        "..catalog.dataset",
                        "..catalog.mcp",
                        "..catalog.verdict",
                        "..catalog.voice",
                        "..catalog.history",
                        "..catalog.shared",
                        "..catalog.site")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("..catalog.tool"));
    }

    @Test
    void thePagesReadWhatEverybodyReads() {
        holds(noClasses()
                .that()
                .resideInAPackage("..catalog.site")
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(JdbcClient.class, JdbcOperations.class));
    }

    @Test
    void controllersCallNoRepository() {
        holds(noClasses()
                .that()
                .haveSimpleNameEndingWith("Controller")
                .should()
                .dependOnClassesThat()
                .haveSimpleNameEndingWith("Repository"));
    }

    @Test
    void queriesOnlyRead() {
        holds(noClasses()
                .that()
                .haveSimpleNameEndingWith("Queries")
                .should()
                .callMethod(JdbcClient.StatementSpec.class, "update"));
    }

    @Test
    void onlyProjectorsAndListenersTakeRecords() {
        holds(methods()
                .that()
                .areAnnotatedWith(KafkaListener.class)
                .should()
                .beDeclaredInClassesThat()
                .haveNameMatching(".*(Projector|Listener)"));
    }

    @Test
    void packagesFormNoCycle() {
        holds(slices().matching("dev.toolverdicts.catalog.(*)..").should().beFreeOfCycles());
    }

    @Test
    void timeAndIdsComeFromBeans() {
        holds(noClasses().should().callMethod(Instant.class, "now").orShould().callMethod(UUID.class, "randomUUID"));
    }

    @Test
    void namesSayWhatAClassIs() {
        holds(noClasses().should().haveNameMatching(".*(Manager|Helper|Util|Utils|Impl|DTO|Dto)"));
    }
}
