package dev.toolverdicts.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class PagesTest {

    @Test
    void aTemplateIsReadOnce() {
        assertThat(Pages.template("no-key")).isNotEmpty().isSameAs(Pages.template("no-key"));
    }

    @Test
    void whateverFillsABlankIsText() {
        assertThat(Pages.filled("<p>{{name}}</p>", Map.of("name", "<b> $1"))).isEqualTo("<p>&lt;b&gt; $1</p>");
    }
}
