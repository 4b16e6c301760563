package dev.toolverdicts.newsletter.bounce;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.toolverdicts.newsletter.mail.Origin;
import dev.toolverdicts.newsletter.mail.ReturnPath;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportReaderTest {

    private final ReturnPath returnPath = new ReturnPath(() -> new byte[32], "bounces.example.org");
    private final ReportReader reader = new ReportReader(returnPath);

    private Report read(String raw) {
        return reader.read(raw.getBytes(US_ASCII));
    }

    @ParameterizedTest
    @CsvSource({
        "failed, 5.1.1, HARD",
        "failed, 5.1.10, HARD",
        "failed, 5.2.1, HARD",
        "failed, 5.2.2, SOFT",
        "failed, 5.7.1, SOFT",
        "failed, 4.4.7, SOFT",
        "delayed, 4.4.1, DELAYED",
        "relayed, 2.0.0, UNKNOWN",
        "failed, user-unknown, UNKNOWN"
    })
    void statusCodesAreSorted(String action, String status, ReportKind kind) {
        Report report = read(BounceSamples.dsn(returnPath.bounces(42), action, status));
        assertThat(report.kind()).isEqualTo(kind);
        assertThat(report.origin()).hasValue(new Origin.Row(42));
    }

    @Test
    void aComplaintIsKnownByTheCopyOfOurMail() {
        Report report = read(BounceSamples.complaint(returnPath.unsubscribes(43), "abuse"));
        assertThat(report.kind()).isEqualTo(ReportKind.COMPLAINT);
        assertThat(report.origin()).hasValue(new Origin.Row(43));
        assertThat(read(BounceSamples.complaint(returnPath.unsubscribes(43), "not-spam"))
                        .isCertain())
                .isFalse();
    }

    @Test
    void aMailToTheUnsubscribingAddressUnsubscribes() {
        Report report = read("To: <" + returnPath.unsubscribes(44) + ">\r\nSubject: x\r\n\r\n");
        assertThat(report.kind()).isEqualTo(ReportKind.UNSUBSCRIBE);
        assertThat(report.origin()).hasValue(new Origin.Row(44));
    }

    @Test
    void whatComesUntilFurtherNoticeIsKnownByWhoseItIs() {
        UUID id = UUID.fromString("0199a8c0-beef-7000-8000-00000000090b");
        var origin = new Origin.Standing(id);
        String bounces = returnPath.bounces(id);
        assertThat(read(BounceSamples.dsn(bounces.toUpperCase(Locale.ROOT), "failed", "5.1.1"))
                        .origin())
                .hasValue(origin);
        assertThat(read(BounceSamples.complaint(returnPath.unsubscribes(id), "abuse"))
                        .origin())
                .hasValue(origin);
        Report leaving = read("To: <" + returnPath.unsubscribes(id) + ">\r\n\r\n");
        assertThat(leaving.kind()).isEqualTo(ReportKind.UNSUBSCRIBE);
        assertThat(leaving.origin()).hasValue(origin);
        assertThat(read("To: " + bounces + "\r\n\r\n").isCertain()).isFalse();
        assertThat(read("To: " + returnPath.unsubscribes(id).replace("90b-", "90c-") + "\r\n\r\n")
                        .origin())
                .isEmpty();
    }

    @Test
    void whatIsNotSealedByUsNamesNobody() {
        String forged = returnPath.bounces(42).replace("b42", "b41");
        assertThat(read(BounceSamples.dsn(forged, "failed", "5.1.1")).isCertain())
                .isFalse();
        String foreign = new ReturnPath(() -> new byte[] {1}, "bounces.example.org").bounces(42);
        assertThat(read(BounceSamples.dsn(foreign, "failed", "5.1.1")).isCertain())
                .isFalse();
    }

    @Test
    void anythingElseIsForAPerson() {
        assertThat(read("").isCertain()).isFalse();
        assertThat(read("To: a@example.org\r\n\r\nI am on holiday").kind()).isEqualTo(ReportKind.UNKNOWN);
        assertThat(read("Content-Type: multipart/report; report-type=delivery-status\r\n\r\nrubbish")
                        .kind())
                .isEqualTo(ReportKind.UNKNOWN);
    }
}
