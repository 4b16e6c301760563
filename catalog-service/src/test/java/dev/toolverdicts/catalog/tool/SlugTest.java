package dev.toolverdicts.catalog.tool;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SlugTest {

    @ParameterizedTest
    @CsvSource({
        "Mistral 3B, mistral-3b",
        "Llama 4 Scout Fine-Tuning Toolkit, llama-4-scout-fine-tuning-toolkit",
        "llama.cpp, llama-cpp",
        "  Café  Zürich!, cafe-zurich",
        "Cats vs Dogs, cats-versus-dogs",
        "VS, versus",
        "VS Code, versus-code",
        "a vs. b vs c, a-versus-b-versus-c",
        "Canvas, canvas",
        "ﬁne, fine"
    })
    void aSlugIsMadeFromTheName(String name, String slug) {
        assertThat(Slug.of(name)).isEqualTo(slug);
        assertThat(Slug.complaint(slug)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"工具", "🚢", "---", "!"})
    void aNameWithoutLettersOfTheAlphabetMakesNone(String name) {
        assertThat(Slug.of(name)).isEmpty();
    }

    @Test
    void aLongNameIsCutBetweenWords() {
        String slug = Slug.of("word ".repeat(40));

        assertThat(slug).hasSizeLessThanOrEqualTo(Slug.LONGEST).endsWith("-word");
        assertThat(Slug.of("x".repeat(200))).hasSize(Slug.LONGEST);
        assertThat(Slug.of("x".repeat(77) + " vs y")).isEqualTo("x".repeat(77));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "7", "a-b", "canvas", "a-vss", "versus", "3b-vs1"})
    void aGivenSlugOfTheRightShapeIsTaken(String slug) {
        assertThat(Slug.complaint(slug)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"vs", "a-vs-b", "vs-a", "a-vs", "a--b", "-a", "a-", "A", "a b", "ä", "a/b", "a.b", ""})
    void anotherSlugIsRefused(String slug) {
        assertThat(Slug.complaint(slug)).startsWith("must");
    }

    @ParameterizedTest
    @CsvSource({"Cursor, CURSOR", "llama.cpp, Llama CPP", "Café, cafe", "Open WebUI, open-web-ui", "工具, 工 具"})
    void spellingDoesNotTellProductsApart(String one, String other) {
        assertThat(Slug.identity(one)).isEqualTo(Slug.identity(other));
    }

    @ParameterizedTest
    @CsvSource({"C, C++", "C++, C#", "Gemma 2, Gemma 3", "🚢, 🚀", "工具, 工"})
    void otherNamesAreOtherProducts(String one, String other) {
        assertThat(Slug.identity(one)).isNotEqualTo(Slug.identity(other));
    }
}
