package dev.toolverdicts.system.faults;

/// What a voter does about a vote whose answer never came.
enum Habit {
    /// Goes on with whatever comes to mind.
    FORGET,
    /// Sends it again until it is acknowledged.
    SAME,
    /// Changes their mind and sends the other choice until that is acknowledged.
    OTHER
}
