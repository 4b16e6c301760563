package dev.toolverdicts.gateway.edge;

import dev.toolverdicts.gateway.problem.Problem;
import dev.toolverdicts.gateway.problem.Refusal;
import java.util.Map;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;

/// Refuses bodies that are too large: at once when they say so, else while they arrive.
@Component
class BodyLimit {

    private final BodySettings settings;

    BodyLimit(BodySettings settings) {
        this.settings = settings;
    }

    ServerWebExchange check(ServerWebExchange exchange, AskedPath path) {
        HttpHeaders headers = exchange.getRequest().getHeaders();
        long limit = settings.limitFor(path.raw());
        if (headers.getContentLength() > limit) {
            throw tooLarge(limit);
        }
        if (!headers.containsHeader(HttpHeaders.TRANSFER_ENCODING)) {
            return exchange;
        }
        return exchange.mutate()
                .request(new Counted(exchange.getRequest(), limit))
                .build();
    }

    private static Refusal tooLarge(long limit) {
        return new Refusal(new Problem(
                HttpStatus.CONTENT_TOO_LARGE,
                "body-too-large",
                "Body too large",
                "A body of at most %d bytes is taken here.".formatted(limit),
                Map.of()));
    }

    private static final class Counted extends ServerHttpRequestDecorator {

        private final long limit;
        private long received;

        Counted(ServerHttpRequest request, long limit) {
            super(request);
            this.limit = limit;
        }

        @Override
        public Flux<DataBuffer> getBody() {
            return super.getBody().handle((buffer, sink) -> {
                received += buffer.readableByteCount();
                if (received > limit) {
                    DataBufferUtils.release(buffer);
                    sink.error(tooLarge(limit));
                } else {
                    sink.next(buffer);
                }
            });
        }
    }
}
