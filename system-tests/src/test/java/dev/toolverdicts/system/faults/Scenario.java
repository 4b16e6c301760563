package dev.toolverdicts.system.faults;

/// One kind of trouble. What must hold for all of them (no vote lost, none counted twice, tallies that count their
/// votes) is judged afterwards by the [Run]; what must hold for this one it says itself, by [Run#check].
@FunctionalInterface
interface Scenario {
    void play(Run run) throws Exception;
}
