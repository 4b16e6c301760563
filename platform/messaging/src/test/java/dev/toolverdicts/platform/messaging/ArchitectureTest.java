package dev.toolverdicts.platform.messaging;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.StringEntry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final Set<String> BUSINESS = Set.of("tool", "review", "vote", "issue", "subscriber");
    private static final JavaClasses PLATFORM = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.toolverdicts.platform.messaging", "dev.toolverdicts.platform.test");

    @Test
    void thePlatformKnowsNoBusinessWord() {
        var found = new ArrayList<String>();
        for (JavaClass type : PLATFORM) {
            Stream.concat(
                            Stream.concat(
                                    Stream.of(type.getSimpleName()),
                                    type.getMembers().stream().map(JavaMember::getName)),
                            strings(type).stream())
                    .filter(ArchitectureTest::hasBusinessWord)
                    .forEach(name -> found.add(type.getSimpleName() + ": " + name));
        }

        assertThat(found).isEmpty();
    }

    @Test
    void theSearchForBusinessWordsFindsThem() {
        assertThat(Stream.of(
                        "castVote", "VOTE_SECRET", "vote:moderate", "select 1 from tool", "IssueDigest", "reviews"))
                .allMatch(ArchitectureTest::hasBusinessWord);
        assertThat(Stream.of("issuer", "toolverdicts", "devote", "tooling", "previewed"))
                .noneMatch(ArchitectureTest::hasBusinessWord);
    }

    @Test
    void bothModulesAreLookedAt() {
        assertThat(PLATFORM)
                .extracting(JavaClass::getSimpleName)
                .contains("Outbox", "Inbox", "TestInfrastructure", "RealInfrastructure");
    }

    @Test
    void packagesFormNoCycle() {
        slices().matching("dev.toolverdicts.(**)").should().beFreeOfCycles().check(PLATFORM);
    }

    private static boolean hasBusinessWord(String text) {
        String spaced = text.replaceAll("(?<=[a-z0-9])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
        return Arrays.stream(spaced.split("[^a-z]+"))
                .anyMatch(word -> BUSINESS.contains(word)
                        || (word.endsWith("s") && BUSINESS.contains(word.substring(0, word.length() - 1))));
    }

    private static List<String> strings(JavaClass type) {
        try (InputStream bytes = type.getSource().orElseThrow().getUri().toURL().openStream()) {
            return StreamSupport.stream(
                            ClassFile.of()
                                    .parse(bytes.readAllBytes())
                                    .constantPool()
                                    .spliterator(),
                            false)
                    .filter(StringEntry.class::isInstance)
                    .map(entry -> ((StringEntry) entry).stringValue())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
