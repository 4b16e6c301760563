package dev.toolverdicts.platform.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PagingTest {

    @Test
    void theNextPageBeginsBehindTheLastOfThisOne() {
        Paging first = Paging.of("2", null);

        Paging.Page<Long> page = first.page(List.of(9L, 8L, 7L), id -> id, Map.of("state", "a b"));

        assertThat(page.items()).containsExactly(9L, 8L);
        assertThat(page.next()).startsWith("?state=a+b&limit=2&cursor=");
        String cursor = page.next().replaceFirst(".*cursor=", "");
        assertThat(Paging.of("2", cursor).before()).isEqualTo(8);
        assertThat(first.before()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void theLastPageHasNoNext() {
        assertThat(Paging.of("2", null)
                        .page(List.of(9L, 8L), id -> id, Map.of())
                        .next())
                .isNull();
    }

    @Test
    void limitsAndCursorsThatAreNoneAreRefused() {
        for (String limit : List.of("0", "101", "x", "")) {
            assertThatThrownBy(() -> Paging.of(limit, null)).isInstanceOf(OperationRefused.class);
        }
        for (String cursor : List.of("***", "bm8", "")) {
            assertThatThrownBy(() -> Paging.of(null, cursor)).isInstanceOf(OperationRefused.class);
        }
    }
}
