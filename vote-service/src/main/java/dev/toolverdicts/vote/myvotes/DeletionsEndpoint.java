package dev.toolverdicts.vote.myvotes;

import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;

/// `/actuator/deletions`: `POST` after a restore deletes again what was deleted and has come back,
/// `GET` tells how far that is.
@Endpoint(id = "deletions")
final class DeletionsEndpoint {

    private final RestoredDeletions deletions;

    DeletionsEndpoint(RestoredDeletions deletions) {
        this.deletions = deletions;
    }

    @ReadOperation
    public RestoredDeletions.State state() {
        return deletions.state();
    }

    @WriteOperation
    public RestoredDeletions.State begin() {
        return deletions.begin();
    }
}
