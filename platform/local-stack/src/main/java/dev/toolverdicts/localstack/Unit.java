package dev.toolverdicts.localstack;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;

/// One process of the system: how to start it, how to see that it is ready, how to ask it to end.
///
/// @param stopSignal what ends it in good order; PostgreSQL would wait for its clients on TERM
record Unit(String name, int port, Path log, Start start, BooleanSupplier ready, String stopSignal) {

    @FunctionalInterface
    interface Start {
        ProcessBuilder command() throws IOException;
    }

    static Unit of(String name, int port, Path log, Start start, BooleanSupplier ready) {
        return new Unit(name, port, log, start, ready, "TERM");
    }
}
