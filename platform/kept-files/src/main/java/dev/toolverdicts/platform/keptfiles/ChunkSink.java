package dev.toolverdicts.platform.keptfiles;

/// Takes a file piece by piece.
@FunctionalInterface
interface ChunkSink {

    /// @param number from 0 on
    void take(int number, byte[] bytes);
}
