package dev.toolverdicts.vote.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.toolverdicts.vote.web.InvalidInput;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {

    @ParameterizedTest
    @CsvSource({
        "Ada@Example.org, ada@example.org",
        "ada+news@example.org, ada@example.org",
        "a.da@example.org, a.da@example.org",
        "A.D.A+news@GMail.com, ada@gmail.com",
        "ada@googlemail.com, ada@gmail.com",
    })
    void aMailboxIsOneHoweverItsAddressIsWritten(String typed, String mailbox) {
        assertThat(new EmailAddress(typed).mailbox()).isEqualTo(mailbox);
    }

    @ParameterizedTest
    @CsvSource({"ada@bücher.example, ada@xn--bcher-kva.example", "ada@xn--strae-oqa.example, ada@xn--strae-oqa.example"
    })
    void aDomainIsKeptInItsAsciiForm(String typed, String kept) {
        assertThat(new EmailAddress(typed).text()).isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ada@straße.example", "ada@βόλος.example", "ada@stra\u200dse.example"})
    void aDomainThatProgramsSpellDifferentlyIsRefused(String typed) {
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> new EmailAddress(typed))
                .satisfies(
                        refused -> assertThat(String.valueOf(refused.getBody().getProperties()))
                                .contains("xn--"));
    }
}
