package dev.toolverdicts.review.critic;

import java.time.Instant;
import java.util.List;

/// One critic with the verdicts, newest first.
///
/// @param reviewed all tools with a current review by this critic, whatever the page holds
/// @param shipped those of them that the critic ships
record CriticPage(
        String key,
        int position,
        String name,
        String role,
        String motto,
        String persona,
        List<String> likes,
        List<String> dislikes,
        AuthorKind authorKind,
        List<String> categories,
        int reviewed,
        int shipped,
        List<GivenVerdict> verdicts,
        Instant asOf) {

    record GivenVerdict(ToolLabel tool, String verdict, int score, Instant publishedAt) {}

    record ToolLabel(String slug, String name) {}

    static CriticPage of(CriticView critic, int reviewed, int shipped, List<GivenVerdict> verdicts, Instant asOf) {
        return new CriticPage(
                critic.key(),
                critic.position(),
                critic.name(),
                critic.role(),
                critic.motto(),
                critic.persona(),
                critic.likes(),
                critic.dislikes(),
                critic.authorKind(),
                critic.categories(),
                reviewed,
                shipped,
                verdicts,
                asOf);
    }
}
