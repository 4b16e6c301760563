package dev.toolverdicts.vote.accept;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.toolverdicts.vote.voter.Choice;
import dev.toolverdicts.vote.web.InvalidInput;
import dev.toolverdicts.vote.web.MalformedJson;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VoteBodyTest {

    @Test
    void aChoiceIsRead() {
        assertThat(VoteBody.parse("{\"choice\":\"ship\"}".getBytes(UTF_8))).isEqualTo(Choice.SHIP);
        assertThat(VoteBody.parse(" {\"why\": {\"a\": [1]}, \"choice\" : \"skip\"} ".getBytes(UTF_8)))
                .isEqualTo(Choice.SKIP);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "[]                                    | ~~      | must be a JSON object",
                "\"ship\"                              | ~~      | must be a JSON object",
                "{}                                    | /choice | is missing",
                "{\"choice\":null}                     | /choice | must be a string",
                "{\"choice\":1}                        | /choice | must be a string",
                "{\"choice\":{}}                       | /choice | must be a string",
                "{\"choice\":\"none\"}                 | /choice | must be ship or skip",
                "{\"choice\":\"SHIP\"}                 | /choice | must be ship or skip",
            })
    void whatIsWrongIsSaidAtItsPlace(String body, String pointer, String detail) {
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> VoteBody.parse(body.getBytes(UTF_8)))
                .satisfies(refusal -> assertThat(refusal.getBody().getProperties())
                        .isEqualTo(Map.of("errors", List.of(new InvalidInput.Fault(pointer, detail)))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "nonsense",
                "{\"choice\":\"ship\"} x",
                "{\"choice\":\"ship\"} {}",
                "{\"choice\":\"ship\",\"choice\":\"skip\"}"
            })
    void whatIsNoJsonIsCalledSo(String body) {
        assertThatExceptionOfType(MalformedJson.class).isThrownBy(() -> VoteBody.parse(body.getBytes(UTF_8)));
    }
}
