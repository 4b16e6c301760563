package dev.toolverdicts.vote;

import static dev.toolverdicts.vote.Visitor.receipt;
import static org.assertj.core.api.Assertions.assertThat;

import dev.toolverdicts.vote.Catalog.Tool;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// A database that neither answers nor refuses, as one that is frozen.
class SilentDatabaseIT extends WholeService {

    @Autowired
    private PlatformTransactionManager transactions;

    @Test
    void aPageIsShownAsItWas() {
        Tool tool = catalog.announce();
        var visitor = new Visitor(port);
        visitor.own(tool.slug(), receipt(visitor.cast(tool.slug(), "ship")));
        String path = "/tool/" + tool.slug() + "/votes";
        assertThat(visitor.get(path).body()).contains("1 of 1 counted vote").doesNotContain("cannot be reached");

        new TransactionTemplate(transactions).executeWithoutResult(_ -> {
            jdbc.sql("LOCK TABLE tally_days IN ACCESS EXCLUSIVE MODE").update();
            long start = System.nanoTime();
            HttpResponse<String> stale = visitor.get(path);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
            assertThat(stale.statusCode()).isEqualTo(200);
            assertThat(stale.body()).contains("1 of 1 counted vote", "Our database cannot be reached just now.");
        });
    }
}
