package dev.toolverdicts.gateway.shortway;

import dev.toolverdicts.gateway.edge.Door;
import dev.toolverdicts.platform.shortway.ShortWay;
import dev.toolverdicts.platform.shortway.UnderWay;
import dev.toolverdicts.platform.telemetry.Traced;
import dev.toolverdicts.platform.telemetry.Tracing;
import io.netty.channel.Channel;
import io.netty.handler.codec.http.HttpRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;

/// Sends small plain requests to a copy of their service and its answer back. Whatever is not as
/// usual, in the request or on its way, is left to the long way: no copy is there, one breaks
/// off, a limit is met.
@Component
final class Forwarding implements ShortWay {

    private final List<Lane> lanes;
    private final Door door;
    private final Upstreams upstreams;
    private final UnderWay underWay;
    private final Tracing tracing;

    Forwarding(List<Lane> lanes, Door door, Upstreams upstreams, UnderWay underWay, Tracing tracing) {
        this.lanes = lanes;
        this.door = door;
        this.upstreams = upstreams;
        this.underWay = underWay;
        this.tracing = tracing;
    }

    @Override
    public @Nullable Taken take(HttpRequest request, Channel connection) {
        if (!underWay.isRunning()) {
            return null;
        }
        for (Lane lane : lanes) {
            if (lane.isPlain(request)) {
                PathContainer path = PathContainer.parsePath(request.uri());
                if (lane.serves(HttpMethod.valueOf(request.method().name()), path)) {
                    return new Forward(request, path, connection, lane, this);
                }
            }
        }
        return null;
    }

    Door door() {
        return door;
    }

    Upstreams upstreams() {
        return upstreams;
    }

    /// What it leads to is in one trace with it, whatever it says itself.
    Traced trace(Lane lane, HttpRequest request) {
        return tracing.isOn() ? tracing.server(lane.traceName(request), null) : Traced.NONE;
    }

    /// False when the gateway stops.
    boolean begin() {
        return underWay.begin();
    }

    void end() {
        underWay.end();
    }
}
