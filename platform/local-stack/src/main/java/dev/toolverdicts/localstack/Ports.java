package dev.toolverdicts.localstack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.Set;

/// Hands out ports, each once: the usual one if it is free, else any that is.
final class Ports {

    private final Set<Integer> given = new HashSet<>();

    /// @param kept a port that will be used later and is not to be handed out
    Ports(int kept) {
        given.add(kept);
    }

    int usualOrFree(int usual) {
        return isFree(usual) && given.add(usual) ? usual : free();
    }

    private int free() {
        while (true) {
            try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                if (given.add(socket.getLocalPort())) {
                    return socket.getLocalPort();
                }
            } catch (IOException e) {
                throw new Refused("no free port on this machine", e);
            }
        }
    }

    /// Free on every address and on the loopback one: some systems let the one be taken beside the other.
    static boolean isFree(int port) {
        return canBind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
                && canBind(new InetSocketAddress(port));
    }

    private static boolean canBind(InetSocketAddress address) {
        try (var socket = new ServerSocket()) {
            // A connection that was closed a moment ago does not count.
            socket.setReuseAddress(true);
            socket.bind(address);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
