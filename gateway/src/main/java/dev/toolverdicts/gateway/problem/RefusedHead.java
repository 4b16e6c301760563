package dev.toolverdicts.gateway.problem;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.reactor.netty.NettyReactiveWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import reactor.netty.NettyPipeline;
import tools.jackson.databind.json.JsonMapper;

/// A request line or headers that are too long are refused by the server itself, which gives no reason and asks nobody.
/// The reason is put in on the way out.
@Component
class RefusedHead implements WebServerFactoryCustomizer<NettyReactiveWebServerFactory> {

    private final Reasons reasons;

    RefusedHead(JsonMapper json) {
        reasons = new Reasons(Map.of(
                HttpStatus.URI_TOO_LONG.value(),
                json.writeValueAsBytes(Problem.of(HttpStatus.URI_TOO_LONG, "The address is too long.")
                        .document()),
                HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE.value(),
                json.writeValueAsBytes(
                        Problem.of(HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE, "The headers are too long together.")
                                .document())));
    }

    @Override
    public void customize(NettyReactiveWebServerFactory factory) {
        factory.addServerCustomizers(server -> server.doOnChannelInit((observer, channel, address) -> {
            ChannelPipeline pipeline = channel.pipeline();
            if (pipeline.get(NettyPipeline.HttpCodec) != null) {
                pipeline.addAfter(NettyPipeline.HttpCodec, "refused-head", reasons);
            }
        }));
    }

    @Sharable
    private static final class Reasons extends ChannelOutboundHandlerAdapter {

        private final Map<Integer, byte[]> documents;

        Reasons(Map<Integer, byte[]> documents) {
            this.documents = documents;
        }

        @Override
        public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) throws Exception {
            super.write(context, explained(message), promise);
        }

        private Object explained(Object message) {
            if (!(message instanceof FullHttpResponse refusal)
                    || refusal.content().isReadable()) {
                return message;
            }
            byte @Nullable [] document = documents.get(refusal.status().code());
            if (document == null) {
                return message;
            }
            FullHttpResponse explained = refusal.replace(Unpooled.wrappedBuffer(document));
            refusal.release();
            explained
                    .headers()
                    .set(HttpHeaderNames.CONTENT_TYPE, MediaType.APPLICATION_PROBLEM_JSON_VALUE)
                    .set(HttpHeaderNames.CONTENT_LENGTH, document.length);
            return explained;
        }
    }
}
