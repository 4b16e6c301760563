package dev.toolverdicts.vote.tally;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What a reader has seen of each tool, as the opaque id of a stream's events: any copy can resume from it.
final class SeenVersions {

    private static final long NOTHING = -1;
    private static final int RADIX = 36;

    private final String tools;
    private final long[] versions;

    private SeenVersions(String tools, long[] versions) {
        this.tools = tools;
        this.versions = versions;
    }

    static SeenVersions of(List<Followed> followed, @Nullable String lastEventId) {
        String tools = Integer.toHexString(
                followed.stream().map(it -> it.tool().toolId()).toList().hashCode());
        long[] versions = new long[followed.size()];
        Arrays.fill(versions, NOTHING);
        if (lastEventId != null && lastEventId.startsWith(tools + ".")) {
            String[] seen = lastEventId.substring(tools.length() + 1).split("\\.", -1);
            resume(versions, seen);
        }
        return new SeenVersions(tools, versions);
    }

    /// What is not one of our ids means nothing seen.
    private static void resume(long[] versions, String[] seen) {
        if (seen.length != versions.length) {
            return;
        }
        long[] read = new long[seen.length];
        try {
            for (int i = 0; i < seen.length; i++) {
                read[i] = Long.parseLong(seen[i], RADIX);
            }
        } catch (NumberFormatException notOurs) {
            return;
        }
        System.arraycopy(read, 0, versions, 0, read.length);
    }

    boolean isNews(int tool, long version) {
        return version > versions[tool];
    }

    void seen(int tool, long version) {
        versions[tool] = version;
    }

    String id() {
        return Arrays.stream(versions)
                .mapToObj(version -> Long.toString(version, RADIX))
                .collect(Collectors.joining(".", tools + ".", ""));
    }
}
