package dev.toolverdicts.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class OpenPageTest {

    /// A tally may tell of several votes at once; a vote is shown by the first that has it.
    @Test
    void anOpenPageNotesWhenItWasTold() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                OpenPage page = new OpenPage(server.getLocalPort(), "a");
                Socket reader = server.accept()) {
            long began = System.nanoTime();
            reader.getOutputStream()
                    .write("event: tally\ndata: {\"slug\":\"a\",\"ships\":3,\"skips\":0}\n\n"
                            .getBytes(StandardCharsets.US_ASCII));
            Waiting.until("the tally was told", 10, () -> page.secondsUntil(2, began) >= 0);

            assertThat(page.secondsUntil(3, began)).isEqualTo(page.secondsUntil(1, began));
            assertThat(page.secondsUntil(4, began)).isNegative();
        }
    }
}
