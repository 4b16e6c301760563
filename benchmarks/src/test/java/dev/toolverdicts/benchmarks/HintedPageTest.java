package dev.toolverdicts.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class HintedPageTest {

    /// A hint of another kind, or from before, says nothing of the change.
    @Test
    void anOpenPageNotesWhenItWasToldOfAChange() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                HintedPage page = new HintedPage(server.getLocalPort(), "a", "panel");
                Socket reader = server.accept()) {
            long began = System.nanoTime();
            page.note("data:{\"slug\":\"a\",\"kind\":\"voice\"}");
            assertThat(page.secondsUntilHint(began)).isNegative();

            reader.getOutputStream()
                    .write("event:change\ndata:{\"slug\":\"a\",\"kind\":\"panel\"}\n\n"
                            .getBytes(StandardCharsets.US_ASCII));
            Waiting.until("the change was told", 10, () -> page.secondsUntilHint(began) >= 0);

            assertThat(page.secondsUntilHint(System.nanoTime())).isNegative();
        }
    }
}
