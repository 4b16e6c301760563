package dev.toolverdicts.vote.myvotes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessResourceFailureException;

class DeletionListTest {

    private static final Instant MONDAY = Instant.parse("2026-11-23T12:00:00Z");
    private static final Instant TUESDAY = Instant.parse("2026-11-24T12:00:00Z");

    @TempDir
    private Path folder;

    @Test
    void theLatestDeletionOfEachVoterCounts() throws IOException {
        UUID ada = UUID.randomUUID();
        UUID bob = UUID.randomUUID();
        var list = new DeletionList(folder, UUID::randomUUID);
        list.add(ada, TUESDAY);
        list.add(ada, MONDAY);
        list.add(bob, MONDAY);

        assertThat(new DeletionList(folder, UUID::randomUUID).latest())
                .containsOnlyKeys(ada, bob)
                .containsEntry(ada, TUESDAY)
                .containsEntry(bob, MONDAY);
    }

    @Test
    void withoutAFolderNothingIsKept() throws IOException {
        var none = new DeletionList(null, UUID::randomUUID);

        none.add(UUID.randomUUID(), MONDAY);

        assertThat(none.isKept()).isFalse();
        assertThat(none.latest()).isEmpty();
    }

    @Test
    void whereItCannotBeWrittenNothingMayBeDeletedAndLaterItWorks() throws IOException {
        Path place = folder.resolve("list");
        Files.writeString(place, "a file where the folder should be");
        var list = new DeletionList(place, UUID::randomUUID);
        UUID ada = UUID.randomUUID();

        assertThatThrownBy(() -> list.add(ada, MONDAY)).isInstanceOf(DataAccessResourceFailureException.class);

        Files.delete(place);
        list.add(ada, MONDAY);
        assertThat(list.latest()).containsOnlyKeys(ada);
    }

    @Test
    void aListThatCannotBeReadIsNotPassedOver() throws IOException {
        Files.writeString(folder.resolve("2026-11-23-x.deleted"), "nonsense\n");

        assertThatThrownBy(new DeletionList(folder, UUID::randomUUID)::latest)
                .isInstanceOf(IOException.class)
                .hasMessageContaining("2026-11-23-x.deleted");
    }
}
