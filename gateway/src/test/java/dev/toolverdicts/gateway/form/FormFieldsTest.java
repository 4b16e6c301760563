package dev.toolverdicts.gateway.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class FormFieldsTest {

    @Test
    void fieldsAreReadAsBrowsersWriteThem() {
        assertThat(FormFields.of("email=ada%2Bweek%40example.org&source=page%3Ahome&note=a+b&website="))
                .isEqualTo(
                        Map.of("email", "ada+week@example.org", "source", "page:home", "note", "a b", "website", ""));
    }

    @Test
    void theFirstOfANameCounts() {
        assertThat(FormFields.of("email=a&email=b")).isEqualTo(Map.of("email", "a"));
    }

    @Test
    void whatNobodyTypesIsLeftOut() {
        assertThat(FormFields.of("")).isEmpty();
        assertThat(FormFields.of("email")).isEmpty();
        assertThat(FormFields.of("=a")).isEmpty();
        assertThat(FormFields.of("email=%zz")).isEmpty();
        assertThat(FormFields.of("email=a%0d%0ab")).isEmpty();
        assertThat(FormFields.of("email=" + "x".repeat(1001))).isEmpty();
        assertThat(FormFields.of("email=" + "x".repeat(4000))).isEmpty();
    }
}
