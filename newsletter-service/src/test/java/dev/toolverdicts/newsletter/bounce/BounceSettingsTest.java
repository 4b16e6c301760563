package dev.toolverdicts.newsletter.bounce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class BounceSettingsTest {

    private static final String OLD = "old-secret-of-a-server";
    private static final String NEW = "new-secret-of-a-server";

    @Test
    void whileServersChangeBothAreTaken() {
        var both = new BounceSettings(NEW, OLD);

        assertThat(both.knows(NEW)).isTrue();
        assertThat(both.knows(OLD)).isTrue();
        assertThat(both.knows("another")).isFalse();
        assertThat(new BounceSettings(NEW, null).knows(OLD)).as("retired").isFalse();
    }

    @Test
    void withoutASecretNobodyIsKnown() {
        for (String none : new String[] {null, ""}) {
            assertThat(new BounceSettings(none, none).knows("")).isFalse();
            assertThat(new BounceSettings(none, none).knows(null)).isFalse();
        }
        assertThat(new BounceSettings(NEW, "").knows("")).isFalse();
    }

    @Test
    void noneOfThemMayBeShortAndNoneIsPrinted() {
        assertThatIllegalArgumentException().isThrownBy(() -> new BounceSettings("short", null));
        assertThatIllegalArgumentException().isThrownBy(() -> new BounceSettings(NEW, "short"));
        assertThat(new BounceSettings(NEW, OLD).toString()).doesNotContain(NEW, OLD);
    }
}
