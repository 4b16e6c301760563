package dev.toolverdicts.system.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolverdicts.system.Sample;
import dev.toolverdicts.system.Visitor;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A part that is away costs what it gives, never a page.
@Order(Integer.MAX_VALUE - 1)
class OutageIT {

    private static final List<String> PAGES =
            List.of("/", Sample.SEED_PAGE, "/tool/" + Sample.MISTRAL, "/panel", "/compare");

    private final Nemesis nemesis = new Nemesis();
    private final Visitor visitor = new Visitor();
    private List<String> victims = List.of();

    @AfterEach
    void allIsBack() {
        nemesis.awaitReady(victims);
    }

    @ParameterizedTest
    @ValueSource(strings = {"newsletter-service", "vote-service", "kafka"})
    void pagesRenderWithout(String process) {
        victims = List.of(process);

        nemesis.kill(victims);

        for (String page : PAGES) {
            var answer = visitor.get(page);
            assertThat(answer.statusCode()).as(page).isEqualTo(200);
            assertThat(answer.body()).as(page).contains("<main", "</html>");
        }
    }
}
