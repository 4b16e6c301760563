package dev.toolverdicts.catalog.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.toolverdicts.platform.web.InvalidInput;
import dev.toolverdicts.platform.web.InvalidInput.Fault;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class ToolBodyTest {

    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final String LEAST = """
            {"name": "Sample", "tagline": "A sample tool", "summary": "Made by a test.", "category": "audio",
             "pricing": {"text": "On request", "model": "contact"}, "license": {"class": "proprietary"}%s}
            """;

    private final JsonMapper json = new JsonMapper();

    private ToolText parse(@Nullable String present, String more) {
        return written(present, more).text();
    }

    private ToolBody.Written written(@Nullable String present, String more) {
        return ToolBody.parse(json.readTree(LEAST.formatted(more)), present, Set.of("audio"), NOW);
    }

    @Test
    void whatIsNotRequiredMayBeMissing() {
        ToolText text = parse(null, "");

        assertThat(text.slug()).isEqualTo("sample");
        assertThat(text.status()).isEqualTo("active");
        assertThat(text.tags()).isEmpty();
        assertThat(text.websiteUrl()).isNull();
        assertThat(text.bestFor()).isNull();
        assertThat(text.licenseSpdx()).isNull();
        assertThat(text.pricing().capturedAt()).isEqualTo(NOW);
        assertThat(text.pricing().entryAmount()).isNull();
    }

    @Test
    void aChangeWithoutASlugKeepsTheAddress() {
        assertThat(parse("present", "").slug()).isEqualTo("present");
        assertThat(parse("present", ", \"slug\": null").slug()).isEqualTo("present");
        assertThat(parse("present", ", \"slug\": \"next\"").slug()).isEqualTo("next");
    }

    @Test
    void whitespaceAroundTextsAndRepeatedTagsAreDropped() {
        ToolText text = parse(null, ", \"tags\": [\" a\", \"a\", \"b \"], \"bestFor\": \" Teams \"");

        assertThat(text.tags()).containsExactly("a", "b");
        assertThat(text.bestFor()).isEqualTo("Teams");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/pricing/entryAmount | 'free', 'entryAmount': 5, 'currency': 'USD'",
                "/pricing/currency    | 'paid', 'entryAmount': 5",
                "/pricing/currency    | 'paid', 'entryAmount': 5, 'currency': 'US'",
                "/pricing/capturedAt  | 'paid', 'capturedAt': '2026-11-26T12:00:00Z'",
                "/pricing/capturedAt  | 'paid', 'capturedAt': '1969-12-31T00:00:00Z'"
            },
            quoteCharacter = '`')
    void aPriceThatContradictsItselfIsRefused(String pointer, String model) {
        String body = LEAST.formatted("").replace("\"contact\"", model.replace('\'', '"'));

        assertThatThrownBy(() -> ToolBody.parse(json.readTree(body), null, Set.of("audio"), NOW))
                .asInstanceOf(InstanceOfAssertFactories.type(InvalidInput.class))
                .extracting(InvalidInput::faults)
                .asInstanceOf(InstanceOfAssertFactories.list(Fault.class))
                .extracting(Fault::pointer)
                .isEqualTo(List.of(pointer));
    }

    @Test
    void whatAFactRestsOnIsRead() {
        FactWishes said = written(null, """
                , "facts": {"price": {"sourceUrl": "https://a.example/prices", "verified": true},
                            "license": {"verified": true},
                            "status": {"verifiedAt": "2026-11-01T00:00:00Z"}}
                """).wishes();

        assertThat(said.price()).isEqualTo(new FactWish("https://a.example/prices", null));
        assertThat(said.license()).isEqualTo(new FactWish(null, NOW));
        assertThat(said.status()).isEqualTo(new FactWish(null, Instant.parse("2026-11-01T00:00:00Z")));
        assertThat(written(null, "").wishes())
                .isEqualTo(
                        new FactWishes(new FactWish(null, null), new FactWish(null, null), new FactWish(null, null)));
    }

    @Test
    void aPriceThatIsSeenNowWasReadNow() {
        String body = LEAST.formatted(", \"facts\": {\"price\": {\"verified\": true}}")
                .replace("\"contact\"", "\"contact\", \"capturedAt\": \"2026-01-01T00:00:00Z\"");

        assertThat(ToolBody.parse(json.readTree(body), null, Set.of("audio"), NOW)
                        .text()
                        .pricing()
                        .capturedAt())
                .isEqualTo(NOW);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/facts                    | 'facts': 7",
                "/facts/price              | 'facts': {'price': 'seen'}",
                "/facts/price/verified     | 'facts': {'price': {'verified': 'yes'}}",
                "/facts/license/verified   | 'facts': {'license': {'verified': 1}}",
                "/facts/license/sourceUrl  | 'facts': {'license': {'sourceUrl': 'javascript:alert(1)'}}",
                "/facts/status/verifiedAt  | 'facts': {'status': {'verifiedAt': 'today'}}",
                "/facts/status/verifiedAt  | 'facts': {'status': {'verifiedAt': '2026-11-26T12:00:00Z'}}",
                "/repoUrl                  | 'repoUrl': 'git@code.example:a/b'"
            },
            quoteCharacter = '`')
    void evidenceThatIsNoneIsRefused(String pointer, String more) {
        assertThatThrownBy(() -> written(null, ", " + more.replace('\'', '"')))
                .asInstanceOf(InstanceOfAssertFactories.type(InvalidInput.class))
                .extracting(InvalidInput::faults)
                .asInstanceOf(InstanceOfAssertFactories.list(Fault.class))
                .extracting(Fault::pointer)
                .isEqualTo(List.of(pointer));
    }

    @Test
    void aNameThatMakesNoSlugAsksForOne() {
        String body = LEAST.formatted("").replace("Sample", "工具");

        assertThatThrownBy(() -> ToolBody.parse(json.readTree(body), null, Set.of("audio"), NOW))
                .asInstanceOf(InstanceOfAssertFactories.type(InvalidInput.class))
                .extracting(refusal -> refusal.faults().getFirst().pointer())
                .isEqualTo("/slug");
    }
}
