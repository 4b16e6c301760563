package dev.toolverdicts.localstack;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/// One process of the system: how to start it and how to see that it is ready.
///
/// @param ready asked again and again of a process until it is true once
/// @param stuck whether it says of itself that only a new start can help
/// @param facts what `stack.json` says of it besides name, pid, port and log
record Unit(
        String name,
        Layer layer,
        int port,
        Map<String, Object> facts,
        Path log,
        Start start,
        Predicate<Life> ready,
        BooleanSupplier stuck) {

    /// A unit that says nothing about its health while it runs.
    Unit(String name, Layer layer, int port, Map<String, Object> facts, Path log, Start start, Predicate<Life> ready) {
        this(name, layer, port, facts, log, start, ready, () -> false);
    }

    /// Ready once the process itself has said so and its port answers. The answer alone may be another process's, which
    /// took the port before this one could.
    static Predicate<Life> saysSo(String words, int port, String path) {
        return life -> life.hasSaid(words) && Http.isOk(port, path);
    }

    /// What stands on what. Stopping goes from the last to the first.
    enum Layer {
        /// PostgreSQL would wait for its clients on TERM.
        DATABASE("INT", 30),
        LOG("TERM", 30),
        SUPPORT("TERM", 5),
        SERVICE("TERM", 25),
        /// An open live stream would keep the door open; running requests take less.
        DOOR("TERM", 5);

        private final String stopSignal;
        private final Duration patience;

        Layer(String stopSignal, int seconds) {
            this.stopSignal = stopSignal;
            this.patience = Duration.ofSeconds(seconds);
        }

        String stopSignal() {
            return stopSignal;
        }

        /// How long a process may take to end in good order.
        Duration patience() {
            return patience;
        }
    }

    @FunctionalInterface
    interface Start {
        ProcessBuilder command() throws IOException;
    }
}
