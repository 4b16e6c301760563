package dev.toolverdicts.catalog.site;

import dev.toolverdicts.catalog.critic.CriticProfile;
import dev.toolverdicts.catalog.critic.CriticVerdict;
import java.util.List;

/// A critic as the pages introduce them.
record CriticView(
        String key,
        String name,
        String role,
        String motto,
        List<String> persona,
        List<String> likes,
        List<String> dislikes,
        String kind,
        String record) {

    static CriticView of(CriticProfile critic, List<CriticVerdict> verdicts) {
        return new CriticView(
                critic.key(),
                critic.name(),
                critic.roleLabel(),
                critic.motto(),
                Words.paragraphs(critic.persona()),
                critic.likes(),
                critic.dislikes(),
                Authors.kind(critic.authorKind()),
                record(verdicts));
    }

    /// "1 tool, 1 shipped".
    static String record(List<CriticVerdict> verdicts) {
        long shipped = verdicts.stream()
                .filter(verdict -> verdict.take().verdict().equals("ship"))
                .count();
        return Words.count(verdicts.size(), "tool") + ", " + Words.number(shipped) + " shipped";
    }
}
