package dev.toolverdicts.vote.tally;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.http.codec.ServerSentEvent;
import reactor.core.publisher.FluxSink;

/// One reader of the stream. It holds no queue: when there is room for an event, the present state of a
/// tool whose version the reader has not seen is sent. A slow reader skips states, never the last one.
final class TallyReader implements Runnable {

    private final TallyBoard board;
    private final List<Followed> tools;
    private final SeenVersions seen;
    private final FluxSink<ServerSentEvent<TallyView.Named>> sink;
    private final AtomicInteger calls = new AtomicInteger();
    private int next;

    TallyReader(
            TallyBoard board,
            List<Followed> tools,
            SeenVersions seen,
            FluxSink<ServerSentEvent<TallyView.Named>> sink) {
        this.board = board;
        this.tools = tools;
        this.seen = seen;
        this.sink = sink;
    }

    /// Called from the board's thread and from the connection's; only one of them sends, the other leaves
    /// it a note.
    @Override
    public void run() {
        if (calls.getAndIncrement() != 0) {
            return;
        }
        int answered = 1;
        do {
            sendNews();
            answered = calls.addAndGet(-answered);
        } while (answered != 0);
    }

    /// Goes on where it stopped, so that one lively tool does not keep the others from a slow reader.
    private void sendNews() {
        for (int i = 0; i < tools.size() && sink.requestedFromDownstream() > 0; i++) {
            send(next);
            next = (next + 1) % tools.size();
        }
    }

    private void send(int tool) {
        Standing standing = board.of(tools.get(tool).tool());
        if (seen.isNews(tool, standing.version())) {
            seen.seen(tool, standing.version());
            sink.next(ServerSentEvent.<TallyView.Named>builder()
                    .event("tally")
                    .id(seen.id())
                    .data(TallyView.Named.of(tools.get(tool).slug(), standing))
                    .build());
        }
    }
}
