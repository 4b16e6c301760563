package dev.toolverdicts.newsletter;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.conditions.ArchConditions.callMethod;
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
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.annotation.KafkaListener;

class ArchitectureTest {

    private static final String OURS = "dev.toolverdicts.newsletter";
    private static final JavaClasses CODE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(OURS);

    private static final DescribedPredicate<JavaClass> PLAIN = describe(
            "records, enums and sealed types",
            type -> (type.isRecord() || type.isEnum() || type.reflect().isSealed())
                    && !type.isAnnotatedWith(ConfigurationProperties.class));

    @Test
    void thereIsCodeToCheck() {
        assertThat(CODE.size()).isGreaterThan(30);
    }

    @Test
    void ofOurOwnOnlyThePlatformIsUsed() {
        noClasses()
                .should()
                .dependOnClassesThat(describe(
                        "belong to another service or to contracts",
                        type -> type.getPackageName().startsWith("dev.toolverdicts.")
                                && !type.getPackageName().startsWith(OURS)
                                && !type.getPackageName().startsWith("dev.toolverdicts.platform.")))
                .check(CODE);
    }

    @Test
    void plainTypesKnowOnlyTheLanguage() {
        classes()
                .that(PLAIN)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "org.jspecify..", OURS + "..")
                .check(CODE);
    }

    @Test
    void sqlLivesInRepositoriesAndQueries() {
        noClasses()
                .that()
                .haveSimpleNameNotEndingWith("Repository")
                .and()
                .haveSimpleNameNotEndingWith("Queries")
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(JdbcClient.class)
                .check(CODE);
    }

    @Test
    void controllersNeverTouchARepository() {
        noClasses()
                .that()
                .haveSimpleNameEndingWith("Controller")
                .should()
                .dependOnClassesThat()
                .haveSimpleNameEndingWith("Repository")
                .check(CODE);
    }

    @Test
    void onlyProjectorsListenAndTheyTakeListsOfRawRecords() {
        methods()
                .that()
                .areAnnotatedWith(KafkaListener.class)
                .should()
                .beDeclaredInClassesThat()
                .haveSimpleNameEndingWith("Projector")
                .andShould()
                .haveRawParameterTypes(List.class)
                .check(CODE);
    }

    @Test
    void packagesFormNoCycle() {
        slices().matching(OURS + ".(*)..").should().beFreeOfCycles().check(CODE);
    }

    @Test
    void subscribersAndDigestDoNotKnowEachOther() {
        noClasses()
                .that()
                .resideInAPackage("..digest..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("..subscriber..", "..issue..", "..archive..")
                .check(CODE);
        noClasses()
                .that()
                .resideInAPackage("..subscriber..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("..digest..", "..issue..")
                .check(CODE);
    }

    @Test
    void theArchiveKnowsNobodyWhoIsMailed() {
        noClasses()
                .that()
                .resideInAPackage("..archive..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("..subscriber..", "..dispatch..", "..mail..")
                .check(CODE);
    }

    @Test
    void timeAndIdsComeFromTheirBeans() {
        noClasses()
                .should(callMethod(Instant.class, "now"))
                .orShould(callMethod(UUID.class, "randomUUID"))
                .orShould(callMethod(System.class, "currentTimeMillis"))
                .orShould(callMethod(Clock.class, "systemUTC"))
                .check(CODE);
    }

    @Test
    void namesSayWhatAThingIs() {
        classes()
                .should()
                .haveNameNotMatching(".*(Manager|Helper|Util|Utils|Impl|DTO|Dto)(\\$.*)?")
                .check(CODE);
    }

    @Test
    void mostTypesStayInsideTheirPackage() {
        long open = CODE.stream()
                .filter(type -> !type.isNestedClass() && !type.getSimpleName().equals("package-info"))
                .filter(type -> type.getModifiers().contains(com.tngtech.archunit.core.domain.JavaModifier.PUBLIC))
                .count();
        assertThat(open).isLessThan(CODE.size() * 3L / 10);
    }
}
