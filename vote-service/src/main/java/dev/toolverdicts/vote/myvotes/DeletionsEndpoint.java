package dev.toolverdicts.vote.myvotes;

import dev.toolverdicts.platform.messaging.Act;
import dev.toolverdicts.platform.messaging.OperationAudit;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;

/// `/actuator/deletions`: `POST` after a restore deletes again what was deleted and has come back,
/// `GET` tells how far that is. Without a body, which would be needed to say more, the audit does not learn
/// who did it and why.
@Endpoint(id = "deletions")
final class DeletionsEndpoint {

    private static final Act ACT = new Act("management", "by /actuator/deletions, which is told no reason");

    private final RestoredDeletions deletions;
    private final OperationAudit audit;

    DeletionsEndpoint(RestoredDeletions deletions, OperationAudit audit) {
        this.deletions = deletions;
        this.audit = audit;
    }

    @ReadOperation
    public RestoredDeletions.State state() {
        return deletions.state();
    }

    @WriteOperation
    public RestoredDeletions.State begin() {
        audit.note(ACT, "delete-again", "deletions", null);
        return deletions.begin();
    }
}
