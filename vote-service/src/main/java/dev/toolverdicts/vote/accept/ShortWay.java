package dev.toolverdicts.vote.accept;

import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpRequest;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Answers some requests without the web framework.
interface ShortWay {

    /// Whether the head of a request lets it be tried.
    boolean mayTake(HttpRequest request);

    /// @param answered is told on any thread; the answer is made on the thread that asks for it, exactly once
    /// @return false when the long way has to answer; then nothing was done
    boolean cast(HttpRequest request, byte[] body, Consumer<Supplier<FullHttpResponse>> answered);
}
