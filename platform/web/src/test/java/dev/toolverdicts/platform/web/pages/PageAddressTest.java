package dev.toolverdicts.platform.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;

class PageAddressTest {

    private static MockHttpServletRequest asking(String method) {
        return new MockHttpServletRequest(method, "/list");
    }

    @ParameterizedTest
    @CsvSource({"GET, true", "HEAD, true", "POST, false", "PUT, false", "DELETE, false", "OPTIONS, false"})
    void onlyWhatIsReadHasOne(String method, boolean has) {
        assertThat(PageAddress.of(asking(method))).isEqualTo(has ? "/list" : null);
    }

    @Test
    void theQuestionBelongsToIt() {
        MockHttpServletRequest request = asking("GET");
        request.setQueryString("q=one%20word&page=2");

        assertThat(PageAddress.of(request)).isEqualTo("/list?q=one%20word&page=2");
    }

    @Test
    void whoeverIsSignedInHasNone() {
        MockHttpServletRequest request = asking("GET");
        request.addHeader("Authorization", "Bearer t");

        assertThat(PageAddress.of(request)).isNull();
    }

    @ParameterizedTest
    @CsvSource({"512, true", "513, false"})
    void anEndlessOneIsNone(int length, boolean has) {
        MockHttpServletRequest request = asking("GET");
        request.setQueryString("x".repeat(length - "/list?".length()));

        assertThat(PageAddress.of(request) != null).isEqualTo(has);
    }
}
