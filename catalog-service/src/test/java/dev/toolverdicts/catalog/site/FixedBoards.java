package dev.toolverdicts.catalog.site;

import dev.toolverdicts.catalog.leaderboard.BoardAddress;
import dev.toolverdicts.catalog.leaderboard.BoardLink;
import dev.toolverdicts.catalog.leaderboard.Leaderboard;
import dev.toolverdicts.catalog.leaderboard.Leaderboards;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Boards that a test puts up, the latest of each period first.
final class FixedBoards implements Leaderboards {

    private final List<Leaderboard> boards = new ArrayList<>();

    FixedBoards with(Leaderboard board) {
        boards.add(board);
        return this;
    }

    @Override
    public Optional<Leaderboard> latest(String period) {
        return boards.stream().filter(board -> board.period().equals(period)).findFirst();
    }

    @Override
    public Optional<Leaderboard> find(String period, String key) {
        return boards.stream()
                .filter(board -> board.period().equals(period) && board.key().equals(key))
                .findFirst();
    }

    @Override
    public List<BoardAddress> addresses() {
        return boards.stream()
                .map(board -> new BoardAddress(board.path(), board.asOf()))
                .toList();
    }

    @Override
    public List<BoardLink> list(@Nullable String period, @Nullable String after, int limit) {
        return boards.stream()
                .filter(board -> period == null || board.period().equals(period))
                .limit(limit)
                .map(board -> new BoardLink(
                        board.period(),
                        board.key(),
                        board.state(),
                        board.windowFrom(),
                        board.windowTo(),
                        board.ranked(),
                        board.asOf()))
                .toList();
    }
}
