package dev.toolverdicts.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;

class SentKeyTest {

    private static final String KEY = "tv_" + "A".repeat(43);

    private static MockServerHttpRequest asked(String address) {
        return MockServerHttpRequest.method(HttpMethod.GET, URI.create(address)).build();
    }

    @Test
    void aKeyComesInOneOfTwoHeaders() {
        assertThat(SentKey.of(
                        MockServerHttpRequest.get("/x").header("X-Api-Key", KEY).build()))
                .isEqualTo(KEY);
        assertThat(SentKey.of(MockServerHttpRequest.get("/x")
                        .header("Authorization", "apikey  " + KEY)
                        .build()))
                .isEqualTo(KEY);
        assertThat(SentKey.of(MockServerHttpRequest.get("/x")
                        .header("Authorization", "Bearer " + KEY)
                        .build()))
                .isNull();
        assertThat(SentKey.of(MockServerHttpRequest.get("/x").build())).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "api_key=1",
                "limit=2&apikey=1",
                "API-KEY=1",
                "x-api-key=1",
                "api%5Fkey=1",
                "api_key",
                "q=tv_",
                "key=tv_"
            })
    void inAnAddressItIsSeen(String query) {
        String with = query.endsWith("tv_") ? query + "a".repeat(43) : query;

        assertThat(SentKey.isInAddress(asked("/x?" + with))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"q=api%20key", "q=apikey", "apikeys=1", "cursor=tv_abc", "limit=2&sort=newest"})
    void otherAddressesAreNot(String query) {
        assertThat(SentKey.isInAddress(asked("/x?" + query))).isFalse();
    }

    @Test
    void anAddressWithoutAQueryHasNone() {
        assertThat(SentKey.isInAddress(asked("/api_key=1"))).isFalse();
    }
}
