package dev.toolverdicts.vote.accept;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class VotePathTest {

    @Test
    void aPlainVoteIsRecognised() {
        assertThat(VotePath.slug("/api/v1/tools/mistral-3b/vote")).isEqualTo("mistral-3b");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "/",
                "/api/v1/tools/vote",
                "/api/v1/tools//vote",
                "/api/v1/tools/a/b/vote",
                "/api/v1/tools/a%2Fb/vote",
                "/api/v1/tools/a;b/vote",
                "/api/v1/tools/../vote",
                "/api/v1/tools/A/vote",
                "/api/v1/tools/a/vote/",
                "/api/v1/tools/a/votes",
                "/api/v2/tools/a/vote"
            })
    void anythingElseGoesTheLongWay(String path) {
        assertThat(VotePath.slug(path)).isNull();
    }
}
