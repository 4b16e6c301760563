package dev.toolverdicts.vote.accept;

import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpRequest;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Answers some requests without the web framework.
interface ShortWay {

    /// A request that may be answered as soon as its body is there.
    interface Taken {

        HttpRequest request();

        /// @param answered is told on any thread; the answer is made on the thread that asks for it, exactly once
        /// @return false when the long way has to answer; then nothing was done
        boolean cast(byte[] body, Consumer<Supplier<FullHttpResponse>> answered);
    }

    /// Null where the head of a request says that the long way has to answer.
    @Nullable
    Taken take(HttpRequest request);
}
