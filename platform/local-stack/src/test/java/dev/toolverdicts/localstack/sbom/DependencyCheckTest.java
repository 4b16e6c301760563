package dev.toolverdicts.localstack.sbom;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DependencyCheckTest {

    private static final String WEB = "pkg:maven/org.example/web@1.0";
    private static final String LOG = "pkg:maven/org.example/log@2.0";

    @TempDir
    private Path folder;

    private final FakeOsv osv;
    private Path bill = Path.of("unset");

    private record Ended(int code, String out, String err) {}

    DependencyCheckTest() throws IOException {
        osv = new FakeOsv();
    }

    @BeforeEach
    void aBill() throws IOException {
        bill = bill("vote-service", WEB + "?type=jar", LOG + "?type=jar", "pkg:maven/dev.toolverdicts/messaging@0.1");
    }

    @AfterEach
    void close() {
        osv.close();
    }

    private Path bill(String image, String... purls) throws IOException {
        return Files.writeString(folder.resolve(image + ".json"), FakeOsv.bill(image, purls));
    }

    private Ended check(String... more) throws InterruptedException {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        List<String> arguments = new ArrayList<>(List.of(
                "--osv", osv.address(), "--ignored", folder.resolve("ignored").toString()));
        arguments.addAll(List.of(more));
        if (Arrays.stream(more).noneMatch(argument -> argument.endsWith(".json") || argument.endsWith(".jar"))) {
            arguments.add(bill.toString());
        }
        int code = DependencyCheck.run(
                LocalDate.of(2026, 11, 29),
                new PrintStream(out, true, UTF_8),
                new PrintStream(err, true, UTF_8),
                arguments.toArray(String[]::new));
        return new Ended(code, out.toString(UTF_8), err.toString(UTF_8));
    }

    private void ignore(String lines) throws IOException {
        Files.writeString(folder.resolve("ignored"), lines);
    }

    @Test
    void nothingKnownIsWell() throws InterruptedException {
        Ended ended = check();

        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(ended.out()).contains("2 components, 0 known vulnerabilities");
        assertThat(osv.asked).as("nobody is asked about what is ours").containsExactly(LOG, WEB);
    }

    @Test
    void whatIsFoundIsToldTheWorstFirstFromAllPages() throws InterruptedException, IOException {
        osv.knows(WEB, "GHSA-low", "CVE-2026-1", "LOW");
        osv.knows(WEB, "GHSA-high", "CVE-2026-2", "HIGH");
        osv.knows(LOG, "GHSA-critical", "CVE-2026-3", "CRITICAL");
        Path other = bill("gateway", WEB);

        Ended ended = check(bill.toString(), other.toString());

        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.out())
                .containsSubsequence(
                        "critical",
                        "CVE-2026-3",
                        "org.example:log 2.0",
                        "high",
                        "CVE-2026-2",
                        "org.example:web 1.0",
                        "in gateway, vote-service; fixed in 9.9",
                        "low",
                        "CVE-2026-1")
                .contains("2 components, 3 known vulnerabilities, 0 ignored, 2 of severity high or worse");
    }

    @Test
    void belowTheThresholdItIsToldAndNoFailure() throws InterruptedException {
        osv.knows(WEB, "GHSA-some", "CVE-2026-1", "MODERATE");

        Ended ended = check();
        assertThat(ended.code()).isZero();
        assertThat(ended.out()).contains("CVE-2026-1");
        assertThat(check("--from", "moderate").code()).isEqualTo(1);
    }

    @Test
    void whatNobodyHasRatedCountsAsBad() throws InterruptedException {
        osv.knows(WEB, "GHSA-some", "CVE-2026-1", "");

        assertThat(check("--from", "critical").code()).isEqualTo(1);
    }

    @Test
    void whatWasTakenBackIsNothing() throws InterruptedException {
        osv.knows(WEB, "GHSA-some", "CVE-2026-1", "CRITICAL");
        osv.tells("GHSA-some", "{\"id\": \"GHSA-some\", \"withdrawn\": \"2026-11-01T00:00:00Z\"}");

        assertThat(check().code()).isZero();
    }

    @Test
    void whatIsIgnoredIsSoByEachOfItsNamesUntilItsDayIsOver() throws InterruptedException, IOException {
        osv.knows(WEB, "GHSA-some", "CVE-2026-1", "CRITICAL");

        for (String id : new String[] {"GHSA-some", "CVE-2026-1"}) {
            ignore("# for people\n\n" + id + " 2026-11-29 we call none of it\n");
            Ended today = check();
            assertThat(today.code()).as(id).isZero();
            assertThat(today.out()).contains("1 ignored").doesNotContain("critical ");
        }
        ignore("CVE-2026-1 2026-11-28 we call none of it\n");
        Ended tomorrow = check();
        assertThat(tomorrow.code()).isEqualTo(1);
        assertThat(tomorrow.out()).contains("CVE-2026-1", "was ignored until 2026-11-28");
    }

    @Test
    void aLineThatIsNoLongerNeededIsSaid() throws InterruptedException, IOException {
        ignore("CVE-2020-1 2027-01-01 we call none of it\n");

        Ended ended = check();

        assertThat(ended.code()).isZero();
        assertThat(ended.out()).contains("CVE-2020-1 is ignored and no longer found");
    }

    @Test
    void anIgnoredOneNeedsADayAndAReason() throws InterruptedException, IOException {
        for (String line : new String[] {"CVE-2020-1", "CVE-2020-1 2027-01-01", "CVE-2020-1 soon we will see"}) {
            ignore("\n" + line + "\n");
            Ended ended = check();
            assertThat(ended.code()).as(line).isEqualTo(2);
            assertThat(ended.err()).contains("line 2", "the reason").hasLineCount(1);
        }
    }

    @Test
    void whereNobodyAnswersNothingIsSaidToBeWell() throws InterruptedException {
        String address = osv.address();
        osv.close();

        Ended ended = check();

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err()).contains(address, "cannot be asked").hasLineCount(1);
        assertThat(ended.out()).isEmpty();
    }

    @Test
    void anAnswerThatSaysNothingIsNoGoodNews() throws InterruptedException {
        osv.answers(503);
        assertThat(check().code()).isEqualTo(2);
        assertThat(check().err()).contains("answered 503").hasLineCount(1);
    }

    @Test
    void theBillIsReadFromAJarAndAJarWithoutOneIsRefused() throws InterruptedException, IOException {
        Path jar = jar(Sboms.IN_JAR, FakeOsv.bill("vote-service", WEB));
        assertThat(check(jar.toString()).out()).contains("1 components");

        Ended without = check(jar("else", "").toString());
        assertThat(without.code()).isEqualTo(2);
        assertThat(without.err()).contains("no bill of materials").hasLineCount(1);
    }

    @Test
    void anEmptyBillIsAMistakeAndNoGoodNews() throws InterruptedException, IOException {
        assertThat(check(bill("gateway").toString()).err()).contains("lists nothing");
        assertThat(check(Files.writeString(folder.resolve("no.json"), "{").toString())
                        .code())
                .isEqualTo(2);
        assertThat(check(folder.resolve("none.json").toString()).err()).contains("cannot be read");
    }

    @Test
    void whatCannotBeUnderstoodIsToldHow() throws InterruptedException {
        for (String wrong : new String[] {"--from", "--nothing", "--from=high"}) {
            Ended ended = check(wrong, bill.toString());
            assertThat(ended.code()).as(wrong).isEqualTo(2);
            assertThat(ended.err()).contains("usage").hasLineCount(1);
        }
        assertThat(check("--osv", "ftp://127.0.0.1").code()).isEqualTo(2);
    }

    private Path jar(String entry, String content) throws IOException {
        Path jar = folder.resolve(entry.length() + ".jar");
        try (var zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            zip.putNextEntry(new ZipEntry(entry));
            zip.write(content.getBytes(UTF_8));
            zip.closeEntry();
        }
        return jar;
    }
}
