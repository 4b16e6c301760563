package dev.toolverdicts.review.critic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.tuple;

import dev.toolverdicts.platform.test.ContractSchemas;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;

class CriticContractTest {

    private final JsonMapper json = new JsonMapper();
    private final List<Persona> personas = CriticIntroduction.personas(json);

    @ParameterizedTest
    @EnumSource(AuthorKind.class)
    void everyCriticFollowsItsSchema(AuthorKind authorKind) {
        assertThat(personas)
                .allSatisfy(persona -> assertThatCode(() -> ContractSchemas.validate(
                                CriticState.TOPIC, json.writeValueAsBytes(state(persona, authorKind))))
                        .doesNotThrowAnyException());
    }

    private CriticState state(Persona persona, AuthorKind authorKind) {
        return new CriticState(
                persona.key(),
                1,
                personas.indexOf(persona) + 1,
                persona.name(),
                persona.role(),
                persona.motto(),
                persona.persona(),
                persona.likes(),
                persona.dislikes(),
                authorKind,
                persona.categories());
    }

    @Test
    void thePanelHasItsSevenCriticsInOrder() {
        assertThat(personas)
                .extracting(Persona::key, Persona::name, Persona::role)
                .containsExactly(
                        tuple("builder", "The Builder", "Developer Perspective"),
                        tuple("skeptic", "The Skeptic", "Reality Check"),
                        tuple("futurist", "The Futurist", "Big Picture"),
                        tuple("founder", "The Founder", "Business Case"),
                        tuple("creator", "The Creator", "Creative Work"),
                        tuple("analyst", "The Analyst", "Evidence & Method"),
                        tuple("guardian", "The Guardian", "Privacy & Safety"));
    }

    /// Three look at everything, one of the others at each category: together they are the quorum.
    @Test
    void everyCategoryHasASpecialistBesidesThoseWhoLookAtEverything() {
        assertThat(personas.stream()
                        .filter(persona -> persona.categories().isEmpty())
                        .map(Persona::key))
                .containsExactly("builder", "skeptic", "futurist");
        assertThat(personas.stream().flatMap(persona -> persona.categories().stream()))
                .doesNotHaveDuplicates()
                .hasSize(12);
        assertThat(personas)
                .filteredOn(persona -> persona.categories().contains("design-creative"))
                .extracting(Persona::key)
                .containsExactly("creator");
        assertThat(personas)
                .filteredOn(persona -> persona.categories().contains("automation"))
                .extracting(Persona::key)
                .containsExactly("founder");
    }

    @Test
    void noTwoCriticsSayTheSame() {
        assertThat(personas).extracting(Persona::motto).doesNotHaveDuplicates();
        assertThat(personas.stream().flatMap(persona -> persona.likes().stream()))
                .doesNotHaveDuplicates();
        assertThat(personas.stream().flatMap(persona -> persona.dislikes().stream()))
                .doesNotHaveDuplicates();
        assertThat(personas).allSatisfy(persona -> assertThat(persona.persona()).hasSizeGreaterThan(300));
    }

    @Test
    void theGoldenSamplesUseTheWordsOfAuthorKind() {
        Map<String, byte[]> samples = ContractSchemas.samples(CriticState.TOPIC);

        assertThat(samples.values())
                .allSatisfy(sample -> assertThat(AuthorKind.of(
                                json.readTree(sample).get("authorKind").asString()))
                        .isPresent());
    }
}
