package dev.toolverdicts.gateway.key;

import dev.toolverdicts.gateway.edge.KeyHolder;
import dev.toolverdicts.gateway.problem.Problem;
import dev.toolverdicts.gateway.problem.Refusal;
import dev.toolverdicts.gateway.session.SessionSchema;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;

/// Makes keys, takes them back, and tells which count. Every method blocks.
final class Keys {

    private static final Logger log = LoggerFactory.getLogger(Keys.class);

    private static final int SHOWN = 500;

    private final SessionSchema schema;
    private final KeyRepository rows;
    private final int most;
    private final Clock clock;

    Keys(SessionSchema schema, KeyRepository rows, int most, Clock clock) {
        this.schema = schema;
        this.rows = rows;
        this.most = most;
        this.clock = clock;
    }

    Map<String, KeyHolder> holders() {
        schema.make();
        return rows.holders();
    }

    List<KeyRow> list() {
        schema.make();
        return rows.list(SHOWN);
    }

    /// The key, which cannot be had again.
    ///
    /// @throws Refusal when there are as many as there may be
    KeyText make(String name, String tier, String by) {
        schema.make();
        KeyText key = KeyText.fresh();
        long id = rows.insert(key, name, tier, clock.instant(), by, most)
                .orElseThrow(() -> new Refusal(Problem.of(
                        HttpStatus.CONFLICT,
                        "There are " + most + " keys already; take one back that is not used any more.")));
        log.info("event=api_key_made id={} tier={} by={}", id, tier, by);
        return key;
    }

    /// True when it counted until now.
    boolean revoke(long id, String by) {
        schema.make();
        boolean revoked = rows.revoke(id, clock.instant(), by);
        if (revoked) {
            log.info("event=api_key_revoked id={} by={}", id, by);
        }
        return revoked;
    }
}
