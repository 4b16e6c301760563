package dev.toolverdicts.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

class AcceptedTest {

    private static MockHttpServletRequest asking(String accept) {
        var request = new MockHttpServletRequest("GET", "/");
        request.addHeader("Accept", accept);
        return request;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8 | true",
                "text/html;q=0.5, application/json                              | false",
                "application/problem+json                                       | false",
                "*/*                                                            | false",
                ";;;                                                            | false"
            })
    void aPageIsForThoseWhoWouldRatherHaveOne(String accept, boolean page) {
        assertThat(Accepted.isPage(asking(accept))).isEqualTo(page);
    }

    @ParameterizedTest
    @ValueSource(strings = {";;;", "text", "a/b/c", "text/html;q=x y"})
    void whatCannotBeReadIsPassedOver(String accept) {
        var readable = Accepted.readable(asking(accept));

        assertThat(readable.getHeader("accept")).isNull();
        assertThat(readable.getHeaders("Accept").hasMoreElements()).isFalse();
        assertThat(Collections.list(readable.getHeaderNames())).doesNotContain("Accept");
    }

    @Test
    void whatCanBeReadIsLeftAlone() {
        MockHttpServletRequest request = asking("text/html;q=0.5, */*");

        assertThat(Accepted.readable(request)).isSameAs(request);
    }
}
