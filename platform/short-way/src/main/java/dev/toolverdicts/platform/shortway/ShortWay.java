package dev.toolverdicts.platform.shortway;

import io.netty.channel.Channel;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpRequest;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Answers some requests without the web framework. The framework is the long way: it answers all others.
public interface ShortWay {

    /// A request that may be answered as soon as its body is there.
    interface Taken {

        HttpRequest request();

        /// On the event loop of the connection.
        ///
        /// @param reply is told on any thread, exactly once, what makes the answer: on the event loop,
        ///     also when the connection is gone. Null says that the long way has to answer after all
        /// @return false when the long way has to answer; then nothing was done and nothing is replied
        boolean begin(byte[] body, Consumer<Supplier<@Nullable FullHttpResponse>> reply);
    }

    /// Null where the head of a request says that the long way has to answer. On the event loop of the connection.
    @Nullable
    Taken take(HttpRequest request, Channel connection);
}
