package dev.toolverdicts.newsletter.privacy;

import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.stereotype.Component;

/// `/actuator/erasures`: whether everybody who is on the list of erasures is erased, which a
/// restored system must show.
@Component
@Endpoint(id = "erasures")
class ErasuresEndpoint {

    private final Erasures erasures;

    ErasuresEndpoint(Erasures erasures) {
        this.erasures = erasures;
    }

    @ReadOperation
    public Erasures.State state() {
        return erasures.state();
    }
}
