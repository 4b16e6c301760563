package dev.toolverdicts.catalog.site;

import dev.toolverdicts.catalog.dataset.ShownDayQueries;
import dev.toolverdicts.platform.keptfiles.KeptDay;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/// Puts together what this service keeps and what vote-service says it keeps; when that is away, this
/// service's part alone.
@Component
class KnownDatasets implements Datasets {

    private final ShownDayQueries own;
    private final VoteDatasetClient votes;
    private final Kept<DatasetIndex> kept;

    KnownDatasets(ShownDayQueries own, VoteDatasetClient votes, Clock clock) {
        this.own = own;
        this.votes = votes;
        this.kept = new Kept<>(this::read, clock);
    }

    @Override
    public DatasetIndex index() {
        return kept.get();
    }

    private DatasetIndex read() {
        SortedMap<LocalDate, List<DatasetIndex.Part>> days = new TreeMap<>(Comparator.reverseOrder());
        own.days().forEach(day -> add(days, "catalog", day));
        Optional<List<KeptDay>> told = votes.days();
        told.ifPresent(all -> all.forEach(day -> add(days, "votes", day)));
        return DatasetIndex.of(
                told.isPresent(),
                days.entrySet().stream()
                        .map(day -> new DatasetIndex.Day(day.getKey(), List.copyOf(day.getValue())))
                        .toList());
    }

    private static void add(SortedMap<LocalDate, List<DatasetIndex.Part>> days, String part, KeptDay day) {
        days.computeIfAbsent(day.day(), _ -> new ArrayList<>())
                .add(new DatasetIndex.Part(
                        part,
                        day.writtenAt(),
                        DatasetIndex.path(day.day(), part, "SHA256SUMS"),
                        day.files().stream()
                                .map(file -> DatasetIndex.File.of(day.day(), part, file))
                                .toList()));
    }
}
