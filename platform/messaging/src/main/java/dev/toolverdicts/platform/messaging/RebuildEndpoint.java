package dev.toolverdicts.platform.messaging;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.annotation.DeleteOperation;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;

/// `/actuator/rebuild`: how rebuilds stand. `POST …/{projection}` starts one (202, 409 when one is at
/// work), `DELETE` abandons it (409 when none is). Without a body, which would be needed to say more,
/// the audit does not learn who did it and why.
@Endpoint(id = "rebuild")
public final class RebuildEndpoint {

    private static final Act ACT = new Act("management", "by /actuator/rebuild, which is told no reason");

    private final Rebuilds rebuilds;

    RebuildEndpoint(Rebuilds rebuilds) {
        this.rebuilds = rebuilds;
    }

    @ReadOperation
    public List<RebuildStatus> all() {
        return rebuilds.all();
    }

    @ReadOperation
    public @Nullable RebuildStatus one(@Selector String projection) {
        return rebuilds.find(projection);
    }

    @WriteOperation
    public WebEndpointResponse<RebuildStatus> start(@Selector String projection) {
        if (!rebuilds.knows(projection)) {
            return new WebEndpointResponse<>(WebEndpointResponse.STATUS_NOT_FOUND);
        }
        int status = rebuilds.start(projection, ACT) ? 202 : 409;
        return new WebEndpointResponse<>(rebuilds.find(projection), status);
    }

    @DeleteOperation
    public WebEndpointResponse<RebuildStatus> abandon(@Selector String projection) {
        if (!rebuilds.knows(projection)) {
            return new WebEndpointResponse<>(WebEndpointResponse.STATUS_NOT_FOUND);
        }
        int status = rebuilds.abandon(projection, ACT) ? WebEndpointResponse.STATUS_OK : 409;
        return new WebEndpointResponse<>(rebuilds.find(projection), status);
    }
}
