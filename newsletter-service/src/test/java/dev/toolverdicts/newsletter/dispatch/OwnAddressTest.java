package dev.toolverdicts.newsletter.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.Jwt;

class OwnAddressTest {

    @Test
    void anAddressThatIsSaidToBeVerifiedIsOnesOwn() {
        assertThat(OwnAddress.of(token(Map.of("email", "Ada@example.org", "email_verified", true)))
                        .text())
                .isEqualTo("Ada@example.org");
    }

    @Test
    void oneOfWhichThatIsNotSaidIsNot() {
        refused(Map.of("email", "ada@example.org"));
        refused(Map.of("email", "ada@example.org", "email_verified", false));
        refused(Map.of("email", "ada@example.org", "email_verified", "yes"));
        refused(Map.of("email_verified", true));
        refused(Map.of("email", "not an address", "email_verified", true));
    }

    private static void refused(Map<String, Object> claims) {
        assertThatExceptionOfType(NoOwnAddress.class).isThrownBy(() -> OwnAddress.of(token(claims)));
    }

    private static Jwt token(Map<String, Object> claims) {
        return Jwt.withTokenValue("token")
                .header("alg", "RS256")
                .claim("sub", "editor")
                .claims(all -> all.putAll(claims))
                .build();
    }
}
