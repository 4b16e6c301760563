package dev.toolverdicts.vote;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolverdicts.platform.test.NotedActs;
import dev.toolverdicts.platform.test.TestTokens;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;

/// What operators do by the management's address is noted too; their other acts are the same in every service, see
/// `AuditIT` of review-service.
class AuditIT extends WholeService {

    private long entries(String table) {
        return jdbc.sql("SELECT count(*) FROM " + table + " WHERE actor = 'management'")
                .query(Long.class)
                .single();
    }

    private int asOperator(String method, String path) {
        var operator = new Visitor(port);
        return operator.send(operator.to(path)
                        .header("Authorization", TestTokens.bearer("operator"))
                        .method(method, BodyPublishers.noBody()))
                .statusCode();
    }

    @Test
    void everyActIsNoted() {
        var acts = new NotedActs("vote", this::entries);

        assertThat(acts.play("POST /actuator/deletions", () -> asOperator("POST", "/actuator/deletions")))
                .isEqualTo(200);

        // TrustIT looks at rulings, HoldDeskIT at the desk's, BrokenRebuildIT of platform/messaging at rebuilds.
        assertThat(acts.unplayed("/operations/", "/moderation/rulings", "/desk/votes", "/actuator/rebuild"))
                .isEmpty();
    }
}
