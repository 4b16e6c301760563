package dev.toolverdicts.newsletter.issue;

import java.util.List;

/// What is looked at before an issue goes out. It asks name servers, so it takes its time and belongs into no
/// transaction;
/// what it cannot find out has failed.
@FunctionalInterface
public interface Preflight {

    List<Check> of(Issue issue);
}
