package dev.toolverdicts.vote;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.server.PathContainer;

class FormPagesTest {

    @ParameterizedTest
    @CsvSource({
        "/tool/mistral-3b/vote, /tool/mistral-3b",
        "/tool/mistral-3b/vote/reason, /tool/mistral-3b",
        "/duel/a-vs-b, /compare/a-vs-b",
        "/tool/%2F%2Fevil.example/vote, /",
        "/duel/%22%3E, /compare"
    })
    void aFormsAddressBelongsToItsPage(String form, String page) {
        assertThat(FormPages.of(PathContainer.parsePath(form))).contains(page);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/tool/x", "/tool/x/votes", "/api/v1/tools/x/vote", "/duel"})
    void otherAddressesBelongToNone(String path) {
        assertThat(FormPages.of(PathContainer.parsePath(path))).isEmpty();
    }
}
