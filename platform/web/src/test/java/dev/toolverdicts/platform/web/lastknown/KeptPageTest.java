package dev.toolverdicts.platform.web.lastknown;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class KeptPageTest {

    private static final Instant MONDAY = Instant.parse("2026-11-30T09:00:00Z");

    @Test
    void aPageComesBackAsItWas() {
        String html = "<main>Grüße, 世界 🚢</main>".repeat(500);
        KeptPage kept = KeptPage.of(html, MONDAY);

        assertThat(kept.html()).isEqualTo(html);
        assertThat(kept.at()).isEqualTo(MONDAY);
        assertThat(kept.weight()).isLessThan(html.length() / 20);
    }
}
