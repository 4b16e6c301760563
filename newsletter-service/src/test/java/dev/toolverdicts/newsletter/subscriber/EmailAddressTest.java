package dev.toolverdicts.newsletter.subscriber;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {

    @ParameterizedTest
    @CsvSource({
        "ada@example.org, ada@example.org",
        "Ada.Lovelace+news@Example.ORG, Ada.Lovelace+news@example.org",
        "'  ada@example.org ', ada@example.org",
        "o'brien@example.org, o'brien@example.org",
        "a=b&c@mail.example.co.uk, a=b&c@mail.example.co.uk",
        "ada@bücher.example, ada@xn--bcher-kva.example",
        "ada@xn--strae-oqa.example, ada@xn--strae-oqa.example",
        "x@a.io, x@a.io",
    })
    void anAddressIsKeptAsTypedWithAPlainDomain(String typed, String kept) {
        assertThat(EmailAddress.typed(typed).text()).isEqualTo(kept);
    }

    @Test
    void onePersonIsOneKeyHoweverTyped() {
        assertThat(EmailAddress.typed("ADA@EXAMPLE.org").key())
                .isEqualTo(EmailAddress.typed("ada@example.ORG").key());
    }

    @ParameterizedTest
    @CsvSource({
        "Ada@Example.org, ada@example.org",
        "ada+news@example.org, ada@example.org",
        "ada+a+b@example.org, ada@example.org",
        "+ada@example.org, +ada@example.org",
        "a.da@example.org, a.da@example.org",
        "A.D.A+news@GMail.com, ada@gmail.com",
        "ada@googlemail.com, ada@gmail.com",
    })
    void anInboxIsOneHoweverItsAddressIsWritten(String typed, String inbox) {
        assertThat(EmailAddress.typed(typed).mailbox()).isEqualTo(inbox);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ada@example.org\r\nBcc: all@example.org",
                "ada@example.org\n",
                "\rada@example.org",
                "ada\u0000@example.org",
                "ada\t@example.org",
                "ada\u0085@example.org",
                "ada\u2028@example.org",
                "ada\u2029@example.org",
                "ada\u200b@example.org",
                "ada@exa\u202emple.org",
                "ada\ud800@example.org",
            })
    void controlCharactersAreRefused(String typed) {
        refused(typed, "control characters");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ada%0d%0aBcc:all@example.org",
                "ada%0A@example.org",
                "ada%250a@example.org",
                "ada%c0%8a@example.org",
                "ada%e2%80%a8@example.org",
                "ada@example.org%0d",
                "ada=0D=0A@example.org",
                "=?utf-8?q?ada?=@example.org",
                "ada&#13;&#10;@example.org",
                "ada&#x0a@example.org",
                "ada\\r\\n@example.org",
                "ada\\u000a@example.org",
                "ada+AA0ACg-@example.org",
            })
    void lineBreaksInAnyEncodingAreRefused(String typed) {
        refused(typed, "encoded characters");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ada",
                "@example.org",
                "ada@",
                "ada@example",
                "ada@@example.org",
                "a da@example.org",
                ".ada@example.org",
                "ada.@example.org",
                "a..da@example.org",
                "\"ada\"@example.org",
                "ada@[127.0.0.1]",
                "ada@127.0.0.1",
                "ada@-example.org",
                "ada@example-.org",
                "ada@exam_ple.org",
                "ada@example..org",
                "ada@example.org.",
                "ada@example.org,bob@example.org",
                "<ada@example.org>",
                "Ada <ada@example.org>",
                "ädä@example.org",
                "ada＠example.org",
            })
    void whatIsNoPlainAddressIsRefused(String typed) {
        assertThatExceptionOfType(InvalidEmail.class).isThrownBy(() -> EmailAddress.typed(typed));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ada@straße.example", "ada@βόλος.example"})
    void aDomainThatProgramsSpellDifferentlyIsRefused(String typed) {
        refused(typed, "xn--");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ada@stra\u200dse.example", "ada@stra\u200cse.example"})
    void soIsOneWithJoiners(String typed) {
        refused(typed, "control characters");
    }

    @Test
    void nothingIsNoAddress() {
        refused("", "is needed");
        refused("   ", "is needed");
    }

    @Test
    void anAddressMayHave254Characters() {
        String local = "a".repeat(64);
        String domain = ("b".repeat(60) + ".").repeat(3) + "org";
        String longest = local + "@" + "c".repeat(254 - local.length() - 1 - domain.length() - 1) + "." + domain;
        assertThat(longest).hasSize(254);
        assertThat(EmailAddress.typed(longest).text()).hasSize(254);
        refused("a".repeat(65) + "@example.org", "64 characters");
        refused(longest + "x", "254 characters");
        refused("a".repeat(10_000) + "@example.org", "254 characters");
    }

    @Test
    void aDomainThatGrowsOverTheLimitInAsciiIsRefused() {
        String label = IntStream.range(0, 10)
                .mapToObj(i -> Character.toString(0x4e00 + i * 37))
                .collect(Collectors.joining());
        String typed = "ada@" + (label + ".").repeat(12) + "org";
        assertThat(typed.length()).isLessThan(254);
        refused(typed, "254 characters");
    }

    @Test
    void anAddressDoesNotPrintItself() {
        assertThat(EmailAddress.typed("ada@example.org").toString()).doesNotContain("ada");
        assertThatThrownBy(() -> EmailAddress.typed("ada lovelace@example.org"))
                .message()
                .doesNotContain("lovelace");
    }

    private static void refused(String typed, String why) {
        assertThatThrownBy(() -> EmailAddress.typed(typed))
                .isInstanceOf(InvalidEmail.class)
                .hasMessageContaining(why);
    }
}
