package dev.toolverdicts.newsletter.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolverdicts.newsletter.issue.Check;
import dev.toolverdicts.newsletter.mail.SmtpSettingsFor;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SenderChecksTest {

    @Test
    void aDomainWithAllThreeRecordsPasses() throws Exception {
        try (var names = new ScriptedNameServer()
                .with("news.toolverdicts.dev", "v=spf1 ip4:192.0.2.1 -all")
                .with("k1._domainkey.news.toolverdicts.dev", "v=DKIM1; k=rsa; p=MIIBIjANBgkqh")
                .with("_dmarc.toolverdicts.dev", "v=DMARC1; p=reject")) {
            List<Check> checks = checks("news.toolverdicts.dev", "k1", names.url());
            assertThat(checks).extracting(Check::name).containsExactly("spf", "dkim", "dmarc");
            assertThat(checks).noneMatch(Check::hasFailed);
            assertThat(checks.get(1).detail())
                    .as("both parts of the record")
                    .contains("v=DKIM1; k=rsa; p=MIIBIjANBgkqh");
        }
    }

    @Test
    void whatIsMissingFailsAndSaysWhere() throws Exception {
        try (var names = new ScriptedNameServer().with("toolverdicts.dev", "google-site-verification=x")) {
            assertThat(checks("toolverdicts.dev", "k1", names.url()))
                    .allMatch(Check::hasFailed)
                    .extracting(Check::detail)
                    .containsExactly(
                            "no record with v=spf1 at toolverdicts.dev",
                            "no record with p= at k1._domainkey.toolverdicts.dev",
                            "no record with v=dmarc1 at _dmarc.toolverdicts.dev");
            assertThat(checks("toolverdicts.dev", "", names.url()).get(1).detail())
                    .contains("dkim-selector is not set");
        }
    }

    @Test
    void whatCannotBeLookedUpHasFailed() throws Exception {
        String nobody;
        try (var names = new ScriptedNameServer()) {
            nobody = names.url();
        }
        assertThat(checks("toolverdicts.dev", "k1", nobody))
                .hasSize(3)
                .allMatch(Check::hasFailed)
                .allSatisfy(check -> assertThat(check.detail()).contains("could not be looked up"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"localhost", "mail.localhost", "shop.test", "tools.example", "box.local", "localhost.localdomain"
            })
    void aNameForTryingOutIsAWarning(String domain) {
        assertThat(checks(domain, "", "dns:")).singleElement().satisfies(check -> {
            assertThat(check.outcome()).isEqualTo(Check.Outcome.WARNED);
            assertThat(check.detail()).contains(domain);
        });
    }

    private static List<Check> checks(String domain, String selector, String nameServer) {
        var settings = new PreflightSettings(selector, nameServer);
        return new SenderChecks(new NameServer(settings), settings, SmtpSettingsFor.newsletterDomain(domain)).all();
    }
}
