package dev.toolverdicts.localstack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/// Hands out ports: the usual one if it is free, else any that is. Seconds pass before a process listens, so a port is
/// also locked in a file: two systems that start side by side do not both find it free.
final class Ports {

    private final Path folder;

    /// Held until this process ends.
    private final List<FileLock> taken = new ArrayList<>();

    Ports() {
        this(Path.of(System.getProperty("java.io.tmpdir"), "tool-verdicts-ports-" + System.getProperty("user.name")));
    }

    Ports(Path folder) {
        this.folder = folder;
    }

    /// @throws Refused when it is busy or spoken for
    int exactly(int port) {
        if (!take(port)) {
            throw new Refused("port %d is taken, choose another one with --port N".formatted(port));
        }
        return port;
    }

    int usualOrFree(int usual) {
        return take(usual) ? usual : free();
    }

    /// Not one of those that systems give to connections, of which there may be hundreds until the process listens.
    int free() {
        return ThreadLocalRandom.current()
                .ints(15_000, 30_000)
                .limit(1000)
                .filter(this::take)
                .findFirst()
                .orElseThrow(() -> new Refused("no free port on this machine"));
    }

    private boolean take(int port) {
        return isFree(port) && lock(port);
    }

    private boolean lock(int port) {
        try {
            Files.createDirectories(folder);
            FileChannel file = FileChannel.open(
                    folder.resolve(Integer.toString(port)), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = file.tryLock();
            if (lock == null) {
                file.close();
                return false;
            }
            taken.add(lock);
            return true;
        } catch (OverlappingFileLockException e) {
            return false;
        } catch (IOException e) {
            throw new Refused("cannot write to %s: %s".formatted(folder, e), e);
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
