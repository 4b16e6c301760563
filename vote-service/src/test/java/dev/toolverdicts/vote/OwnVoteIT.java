package dev.toolverdicts.vote;

import static dev.toolverdicts.vote.Visitor.json;
import static dev.toolverdicts.vote.Visitor.receipt;
import static org.assertj.core.api.Assertions.assertThat;

import dev.toolverdicts.vote.Catalog.Tool;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// What a voter chose, before anything is counted.
class OwnVoteIT extends WholeService {

    private Visitor visitor;
    private Tool tool;

    @BeforeEach
    void arrive() {
        visitor = new Visitor(port);
        tool = catalog.announce();
    }

    @Test
    void theOwnVoteShowsAtOnceWhileNothingIsCounted() {
        receipt(visitor.cast(tool.slug(), "ship"));
        visitor.awaitTally(tool.slug(), 1, 0);
        listeners.getListenerContainer("vote-counter").stop();
        try {
            receipt(visitor.cast(tool.slug(), "skip"));
            assertThat(visitor.own(tool.slug()).toString())
                    .isEqualTo("{\"choice\":\"skip\",\"counted\":false,\"state\":null,\"reason\":null}");
            JsonNode many = json(visitor.get("/api/v1/votes?tools=unknown-one," + tool.slug()));
            assertThat(many.get("votes").toString())
                    .isEqualTo("{\"%s\":{\"choice\":\"skip\",\"counted\":false,\"state\":null,\"reason\":null}}"
                            .formatted(tool.slug()));
            HttpResponse<String> withdrawn = visitor.withdraw(tool.slug());
            assertThat(visitor.own(tool.slug(), receipt(withdrawn)).toString())
                    .isEqualTo("{\"choice\":null,\"counted\":false,\"state\":null,\"reason\":null}");
        } finally {
            listeners.getListenerContainer("vote-counter").start();
        }
        visitor.awaitTally(tool.slug(), 0, 0);
        assertThat(visitor.own(tool.slug()).toString())
                .isEqualTo("{\"choice\":null,\"counted\":true,\"state\":null,\"reason\":null}");
    }
}
