package dev.toolverdicts.localstack;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// PostgreSQL refuses to run as root. For everybody else there is nothing to do; for root there are several ways, and
/// which of them can use a folder depends on the machine and on who may enter the folders above it.
///
/// @param prefix words before the command
/// @param uid who must own the folder then
record RunAs(List<String> prefix, int uid, int gid) {

    private static final int NOBODY = 65_534;

    private static final RunAs MYSELF = new RunAs(List.of(), -1, -1);

    /// The gentlest way: files stay root's, and only the server believes it is somebody else.
    private static final RunAs NAMESPACE = new RunAs(List.of("unshare", "--user"), 0, 0);

    static boolean isRoot() {
        return new UnixSystem().getUid() == 0;
    }

    /// Finds a way for a folder that exists, and hands the folder over if that way needs it.
    ///
    /// @throws Refused when there is none
    static RunAs chosenFor(Path folder) throws IOException {
        if (!isRoot()) {
            return MYSELF;
        }
        for (RunAs way : ways(folder)) {
            if (way.canUse(folder)) {
                return way;
            }
        }
        throw new Refused(
                "PostgreSQL does not run as root, and neither `unshare --user` nor `setpriv` to another user can"
                        + " use %s: start as another user, or choose another folder with --data DIR".formatted(folder));
    }

    private static List<RunAs> ways(Path folder) throws IOException {
        var ways = new ArrayList<RunAs>();
        // Whoever has owned the database so far goes on owning it.
        addOwner(folder, ways);
        ways.add(NAMESPACE);
        ways.add(user(NOBODY, NOBODY));
        // Somebody's home that nobody else may enter.
        for (Path above = folder.getParent(); above != null; above = above.getParent()) {
            addOwner(above, ways);
        }
        return ways;
    }

    private static void addOwner(Path folder, List<RunAs> ways) throws IOException {
        int uid = (int) Files.getAttribute(folder, "unix:uid");
        if (uid != 0) {
            ways.add(user(uid, (int) Files.getAttribute(folder, "unix:gid")));
        }
    }

    private static RunAs user(int uid, int gid) {
        return new RunAs(List.of("setpriv", "--reuid=" + uid, "--regid=" + gid, "--clear-groups"), uid, gid);
    }

    private boolean canUse(Path folder) throws IOException {
        own(folder);
        return succeeds(command("sh", "-c", ": >\"$1/probe\" && rm \"$1/probe\"", "sh", folder.toString()));
    }

    List<String> command(String... words) {
        var command = new ArrayList<>(prefix);
        command.addAll(List.of(words));
        return command;
    }

    /// Hands a file or a whole folder over, if it has another owner.
    void own(Path path) throws IOException {
        if (uid >= 0 && (int) Files.getAttribute(path, "unix:uid") != uid) {
            succeeds(List.of("chown", "-R", uid + ":" + gid, path.toString()));
        }
    }

    private static boolean succeeds(List<String> command) {
        try {
            Process process = new ProcessBuilder(command)
                    .directory(Path.of("/").toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(60, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
