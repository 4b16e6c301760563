package dev.toolverdicts.vote;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.annotation.KafkaListener;

class ArchitectureTest {

    private static final JavaClasses SERVICE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.toolverdicts.vote");

    private static final DescribedPredicate<JavaClass> VALUES = DescribedPredicate.describe(
            "records and enums",
            type -> (type.isRecord() || type.isEnum()) && !type.isAnnotatedWith(ConfigurationProperties.class));

    private static final DescribedPredicate<JavaClass> HOLDING_NO_MACHINERY = DescribedPredicate.describe(
            "values that only name machinery of their own package",
            type -> type.getName().contains("AccessRules$Rule")
                    || type.getName().contains("CountedPositions$Waiter"));

    @Test
    void onlyThePlatformIsShared() {
        noClasses()
                .should()
                .dependOnClassesThat(DescribedPredicate.describe(
                        "are ours, but neither this service's nor the platform's",
                        type -> type.getPackageName().startsWith("dev.toolverdicts")
                                && !type.getPackageName().startsWith("dev.toolverdicts.vote")
                                && !type.getPackageName().startsWith("dev.toolverdicts.platform.")))
                .check(SERVICE);
    }

    @Test
    void valuesKnowNoFramework() {
        classes()
                .that(VALUES)
                .and(DescribedPredicate.not(HOLDING_NO_MACHINERY))
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "org.jspecify..", "dev.toolverdicts..")
                .check(SERVICE);
    }

    @Test
    void sqlLivesInRepositoriesAndQueries() {
        noClasses()
                .that()
                .haveSimpleNameNotEndingWith("Repository")
                .and()
                .haveSimpleNameNotEndingWith("Queries")
                .should()
                .callMethod(JdbcClient.class, "sql", String.class)
                .check(SERVICE);
    }

    @Test
    void controllersDoNotTouchRepositories() {
        noClasses()
                .that()
                .haveSimpleNameEndingWith("Controller")
                .should()
                .dependOnClassesThat()
                .haveSimpleNameEndingWith("Repository")
                .check(SERVICE);
    }

    @Test
    void onlyTheCounterAndTheBoardsListen() {
        methods()
                .that()
                .areAnnotatedWith(KafkaListener.class)
                .should()
                .beDeclaredInClassesThat()
                .haveSimpleName("VoteCounter")
                .orShould()
                .beDeclaredInClassesThat()
                .haveSimpleName("RulingListener")
                .check(SERVICE);
    }

    @Test
    void packagesFormNoCycle() {
        slices().matching("dev.toolverdicts.vote.(*)..")
                .should()
                .beFreeOfCycles()
                .check(SERVICE);
    }

    @Test
    void readingKnowsNothingOfWriting() {
        noClasses()
                .that()
                .resideInAPackage("..tally..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("..accept..", "..count..")
                .check(SERVICE);
    }

    @Test
    void acceptingKnowsNoDatabase() {
        noClasses()
                .that()
                .resideInAnyPackage("..accept..", "..voter..", "..knowntool..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "javax.sql..", "org.springframework.jdbc..", "..count..")
                .check(SERVICE);
    }

    @Test
    void timeAndIdsComeFromBeans() {
        noClasses()
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(UUID.class, "randomUUID")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .check(SERVICE);
    }
}
