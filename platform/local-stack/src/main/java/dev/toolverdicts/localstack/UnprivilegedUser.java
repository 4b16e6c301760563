package dev.toolverdicts.localstack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// PostgreSQL refuses to run as root. A user namespace is the gentlest way, since files stay root's; where it is
/// forbidden, the user `nobody` has to own the database's folder.
final class UnprivilegedUser {

    private static final List<String> NAMESPACE = List.of("unshare", "-U");
    private static final List<String> NOBODY = List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups");

    private UnprivilegedUser() {}

    /// What to put before a command so that it does not run as root; nothing for everybody else.
    static List<String> prefix() throws IOException {
        if (!"root".equals(System.getProperty("user.name"))) {
            return List.of();
        }
        if (works(NAMESPACE)) {
            return NAMESPACE;
        }
        if (works(NOBODY)) {
            return NOBODY;
        }
        throw new Refused("PostgreSQL does not run as root, and neither unshare -U nor setpriv works here:"
                + " start as another user");
    }

    /// Hands a folder to the user a command will run as.
    static void give(List<String> prefix, Path folder) throws IOException {
        if (prefix.equals(NOBODY) && !succeeds(List.of("chown", "-R", "65534:65534", folder.toString()))) {
            throw new Refused("cannot hand " + folder + " to the user nobody; choose another folder with --data DIR");
        }
        if (prefix.equals(NOBODY)) {
            for (Path up = folder.getParent(); up != null; up = up.getParent()) {
                if (!Files.getPosixFilePermissions(up).contains(PosixFilePermission.OTHERS_EXECUTE)) {
                    throw new Refused("the user nobody, as whom PostgreSQL runs, cannot enter " + up
                            + "; choose another folder with --data DIR");
                }
            }
        }
    }

    private static boolean works(List<String> prefix) {
        var command = new ArrayList<>(prefix);
        command.add("true");
        try {
            return succeeds(command);
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean succeeds(List<String> command) throws IOException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            return process.waitFor(60, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
