package dev.toolverdicts.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class VotersTest {

    private static final String SECRET = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";

    @Test
    void theCeilingKnowsCookiesFromForgeries() {
        var voters = new Voters(SECRET);
        String cookie = voters.issue(new SplittableRandom(1), 1_700_000_000);

        assertThat(Voters.isGenuine(voters.forThisThread(), cookie)).isTrue();
        assertThat(Voters.isGenuine(voters.forThisThread(), "B" + cookie.substring(1)))
                .isFalse();
        assertThat(Voters.isGenuine(voters.forThisThread(), cookie.substring(4)))
                .isFalse();
    }
}
