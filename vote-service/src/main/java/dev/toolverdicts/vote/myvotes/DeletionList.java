package dev.toolverdicts.vote.myvotes;

import dev.toolverdicts.platform.messaging.Ids;
import dev.toolverdicts.platform.messaging.LineList;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;

/// Who has deleted their votes, and when, outside of log and database: what an older copy of these
/// brings back is deleted again. A line has a voter's id, which without the cookie is nobody's.
final class DeletionList {

    private static final Logger log = LoggerFactory.getLogger(DeletionList.class);

    private final @Nullable LineList lines;

    /// @param folder none for no list
    DeletionList(@Nullable Path folder, Ids ids) {
        lines = folder == null ? null : new LineList(folder, ".deleted", ids);
    }

    boolean isKept() {
        return lines != null;
    }

    /// @throws DataAccessResourceFailureException when it cannot be written; then nothing may be
    ///     deleted
    void add(UUID voterId, Instant at) {
        if (lines == null) {
            return;
        }
        try {
            lines.add(at, at + " " + voterId);
        } catch (IOException e) {
            log.error("deletion not listed cause={}", e.toString());
            throw new DataAccessResourceFailureException("the list of deletions cannot be written", e);
        }
    }

    /// When each voter has done so last.
    Map<UUID, Instant> latest() throws IOException {
        var latest = new LinkedHashMap<UUID, Instant>();
        if (lines != null) {
            for (Line line : lines.read(DeletionList::parse)) {
                latest.merge(line.voterId(), line.at(), (one, other) -> one.isAfter(other) ? one : other);
            }
        }
        return latest;
    }

    private record Line(Instant at, UUID voterId) {}

    private static Optional<Line> parse(String line) {
        String[] words = line.split(" ", -1);
        try {
            return words.length == 2
                    ? Optional.of(new Line(Instant.parse(words[0]), UUID.fromString(words[1])))
                    : Optional.empty();
        } catch (DateTimeException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
