package dev.toolverdicts.review.desk;

/// A critic as editors choose one.
///
/// @param current reviews there are
/// @param due those of them that are due for another look
record CriticLine(String key, String name, String role, int current, int due) {}
