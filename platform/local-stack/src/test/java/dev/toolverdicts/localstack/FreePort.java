package dev.toolverdicts.localstack;

/// Ports that nobody listens on, and none of them twice.
final class FreePort {

    private static final Ports PORTS = new Ports();

    private FreePort() {}

    static int next() {
        return PORTS.free();
    }
}
