package dev.toolverdicts.platform.operations;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.toolverdicts.platform.messaging.Act;
import dev.toolverdicts.platform.messaging.Selected;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class OrderTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static Order order(Order.Kind kind, String json) {
        return Order.of(kind, JSON.readTree(json));
    }

    @Test
    void anOrderHasAReason() {
        assertThat(order(Order.Kind.DECISION, "{\"reason\": \" because \"}").by("olga"))
                .isEqualTo(new Act("olga", "because"));
        assertThatThrownBy(() -> order(Order.Kind.DECISION, "{}").by("olga")).satisfies(faultAt("/reason"));
        assertThatThrownBy(() -> order(Order.Kind.DECISION, "{\"reason\": \"%s\"}".formatted("x".repeat(501)))
                        .by("olga"))
                .satisfies(faultAt("/reason"));
        assertThatThrownBy(() -> order(Order.Kind.DECISION, "{\"reason\": \"a\\u0000b\"}")
                        .by("olga"))
                .satisfies(faultAt("/reason"));
    }

    @Test
    void aValueIsTextOrHexadecimalOrNone() {
        assertThat(order(Order.Kind.REPLAY, "{\"value\": \"{é}\"}").value()).isEqualTo("{é}".getBytes(UTF_8));
        assertThat(order(Order.Kind.REPLAY, "{\"valueHex\": \"7b c3a9\\n7d\"}").value())
                .isEqualTo("{é}".getBytes(UTF_8));
        assertThat(order(Order.Kind.REPLAY, "{\"value\": null}").value()).isNull();
        assertThat(order(Order.Kind.REPLAY, "{\"value\": \"\"}").value()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"value": 1}                     | /value
            {"valueHex": "7"}                | /valueHex
            {"value": "", "valueHex": "7b"}  | /valueHex
            """)
    void aValueThatIsNoneIsRefused(String json, String pointer) {
        assertThatThrownBy(() -> order(Order.Kind.REPLAY, json).value()).satisfies(faultAt(pointer));
    }

    @Test
    void whatIsNoObjectIsRefused() {
        assertThatThrownBy(() -> Order.of(Order.Kind.DECISION, null)).satisfies(faultAt(""));
        assertThatThrownBy(() -> order(Order.Kind.DECISION, "[]")).satisfies(faultAt(""));
    }

    @Test
    void aMistypedWordIsNoOrderForAll() {
        assertThatThrownBy(() -> order(Order.Kind.MANY, "{\"id\": [7], \"reason\": \"because\"}"))
                .satisfies(faultAt("/id"));
        assertThat(order(Order.Kind.MANY, "{\"ids\": [7]}").selected()).isEqualTo(Selected.of(List.of(7L)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            DECISION | reason
            REPLAY   | reason value valueHex
            MANY     | reason ids consumer topic key cause after
            NOTE     | note
            SWITCH   | reason paused
            """)
    void anOrderHasTheWordsOfItsKindAlone(Order.Kind kind, String words) {
        List<String> its = List.of(words.split(" "));
        for (String word : List.of(
                "reason", "value", "valueHex", "note", "ids", "consumer", "topic", "key", "cause", "after", "paused")) {
            String json = "{\"%s\": null}".formatted(word);
            if (its.contains(word)) {
                assertThatNoException().isThrownBy(() -> order(kind, json));
            } else {
                assertThatThrownBy(() -> order(kind, json)).satisfies(faultAt("/" + word));
            }
        }
    }

    @Test
    void aSwitchIsTurnedByTrueOrFalseAlone() {
        assertThat(order(Order.Kind.SWITCH, "{\"paused\": true}").paused()).isTrue();
        assertThatThrownBy(
                        () -> order(Order.Kind.SWITCH, "{\"paused\": \"yes\"}").paused())
                .satisfies(faultAt("/paused"));
        assertThat(Order.paused("true")).isTrue();
        assertThat(Order.paused("false")).isFalse();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "yes", "TRUE", "0"})
    void aFormThatSaysNeitherTurnsNoSwitch(@Nullable String given) {
        assertThatThrownBy(() -> Order.paused(given)).satisfies(faultAt("/paused"));
    }

    @Test
    void aNoteIsTakenAwayByAnEmptyOneAlone() {
        assertThat(order(Order.Kind.NOTE, "{\"note\": \" mine \"}").note()).isEqualTo("mine");
        assertThat(order(Order.Kind.NOTE, "{\"note\": \"\"}").note()).isNull();
        assertThatThrownBy(() -> order(Order.Kind.NOTE, "{}").note()).satisfies(faultAt("/note"));
        assertThatThrownBy(() -> order(Order.Kind.NOTE, "{\"note\": null}").note())
                .satisfies(faultAt("/note"));
        assertThatThrownBy(() -> order(Order.Kind.NOTE, "{\"note\": 1}").note()).satisfies(faultAt("/note"));
        assertThatThrownBy(() -> Order.note(null)).satisfies(faultAt("/note"));
    }

    @Test
    void manyAreNamedByIdsOrByWhatTheyHaveInCommon() {
        assertThat(order(Order.Kind.MANY, "{\"ids\": [3, 4], \"topic\": \"t\", \"key\": \"k\", \"cause\": \"c\"}")
                        .selected())
                .isEqualTo(new Selected(List.of(3L, 4L), null, "t", "k", "c"));
        for (String ids : List.of("7", "[\"7\"]", "[1.5]", "[1%s]".formatted(",1".repeat(500)))) {
            assertThatThrownBy(() -> order(Order.Kind.MANY, "{\"ids\": %s}".formatted(ids))
                            .selected())
                    .satisfies(faultAt("/ids"));
        }
        assertThatThrownBy(
                        () -> order(Order.Kind.MANY, "{\"cause\": \"\\u0000\"}").selected())
                .satisfies(faultAt("/cause"));
    }

    @Test
    void boxesThatAreTickedAreFieldsOfTheirOwn() {
        assertThat(Order.ticked(Map.of("letter-12", "on", "letter-x", "on", "reason", "r")))
                .containsExactly(12L);
        assertThatThrownBy(() -> Order.ticked(Map.of("ticked", "yes"))).satisfies(faultAt(""));
    }

    @Test
    void aNameIsOneThatTheDatabaseTakes() {
        assertThat(order(Order.Kind.MANY, "{\"consumer\": \"a-listener\"}").selected())
                .isEqualTo(Selected.ofConsumer("a-listener"));
        assertThat(order(Order.Kind.MANY, "{}").selected()).isEqualTo(Selected.ALL);
        assertThatThrownBy(() ->
                        order(Order.Kind.MANY, "{\"consumer\": \"\\u0000\"}").selected())
                .satisfies(faultAt("/consumer"));
        assertThatThrownBy(() -> Order.name("topic", "a\0")).satisfies(faultAt("/topic"));
    }

    @Test
    void replayingAllGoesOnWhereItEnded() {
        assertThat(order(Order.Kind.MANY, "{}").after()).isZero();
        assertThat(order(Order.Kind.MANY, "{\"after\": 17}").after()).isEqualTo(17);
        assertThatThrownBy(() -> order(Order.Kind.MANY, "{\"after\": \"x\"}").after())
                .satisfies(faultAt("/after"));
        assertThat(Order.after(null)).isZero();
        assertThat(Order.after("17")).isEqualTo(17);
        assertThatThrownBy(() -> Order.after("x")).satisfies(faultAt("/after"));
    }

    private static Consumer<Throwable> faultAt(String pointer) {
        return thrown -> assertThat(thrown).isInstanceOfSatisfying(OperationRefused.class, refused -> {
            assertThat(refused.getStatusCode().value()).isEqualTo(400);
            assertThat(String.valueOf(refused.getBody().getProperties())).contains("pointer=" + pointer + ",");
        });
    }
}
