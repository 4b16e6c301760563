package dev.toolverdicts.gateway.copies;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Optional;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferFactory;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// A request whose small body is held in memory, so that it can be sent more than once.
public final class KeptBody extends ServerHttpRequestDecorator {

    private final byte[] body;
    private final DataBufferFactory buffers;

    private KeptBody(ServerHttpRequest request, byte[] body, DataBufferFactory buffers) {
        super(request);
        this.body = body;
        this.buffers = buffers;
    }

    public static Mono<ServerWebExchange> of(ServerWebExchange exchange) {
        ServerHttpRequest request = exchange.getRequest();
        return DataBufferUtils.join(request.getBody())
                .map(KeptBody::bytes)
                .defaultIfEmpty(new byte[0])
                .map(body -> new KeptBody(request, body, exchange.getResponse().bufferFactory()))
                .map(kept -> exchange.mutate().request(kept).build());
    }

    /// What is held of it; empty for a request that is not.
    public static Optional<String> textOf(ServerHttpRequest request) {
        return request instanceof KeptBody kept ? Optional.of(new String(kept.body, UTF_8)) : Optional.empty();
    }

    private static byte[] bytes(DataBuffer buffer) {
        byte[] bytes = new byte[buffer.readableByteCount()];
        buffer.read(bytes);
        DataBufferUtils.release(buffer);
        return bytes;
    }

    @Override
    public Flux<DataBuffer> getBody() {
        return Flux.defer(() -> Flux.just(buffers.wrap(body)));
    }
}
