package dev.toolverdicts.newsletter.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolverdicts.newsletter.issue.IssueParts;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PartChecksTest {

    private static final String BOTH = "{{unsubscribe_url}} {{preferences_url}}";
    private static final String TEXT = "one\ntwo\nthree\nfour\nStreet 1\nfive\n" + BOTH;
    private static final String SITE = "https://toolverdicts.dev";

    @Test
    void aMailOverTheLimitFails() {
        assertThat(PartChecks.size(new IssueParts("x".repeat(100 * 1024), TEXT)).hasFailed())
                .isFalse();
        assertThat(PartChecks.size(new IssueParts("ä".repeat(50 * 1024) + "x", TEXT))
                        .hasFailed())
                .isTrue();
    }

    @Test
    void theTextPartIsTextAndEndsWithAWayOut() {
        assertThat(PartChecks.text(new IssueParts("html", TEXT)).hasFailed()).isFalse();
        assertThat(PartChecks.text(new IssueParts("html", "A tool called <script> & <b>friends\n" + TEXT))
                        .hasFailed())
                .isFalse();
        assertThat(PartChecks.text(new IssueParts("html", "see the html")).hasFailed())
                .isTrue();
        assertThat(PartChecks.text(new IssueParts("html", TEXT + "<p>hi</p>")).hasFailed())
                .isTrue();
    }

    @Test
    void everyRecipientHasLinksOfTheirOwnAndNothingIsLeftToFillIn() {
        var people = List.of(UUID.randomUUID(), UUID.randomUUID());
        assertThat(PartChecks.renders(new IssueParts(BOTH, TEXT), people).hasFailed())
                .isFalse();
        assertThat(PartChecks.renders(new IssueParts("{{unsubscribe_url}}", TEXT), people)
                        .hasFailed())
                .isTrue();
        assertThat(PartChecks.renders(new IssueParts(BOTH + "{{name}}", TEXT), people)
                        .hasFailed())
                .isTrue();
    }

    @Test
    void thePostalAddressIsToldInTheMailItself() {
        assertThat(PartChecks.postalAddress(new IssueParts("h", TEXT), "Street 1")
                        .hasFailed())
                .isFalse();
        assertThat(PartChecks.postalAddress(new IssueParts("h", TEXT), "Street 2")
                        .hasFailed())
                .isTrue();
        assertThat(PartChecks.postalAddress(new IssueParts("h", TEXT), "").hasFailed())
                .isTrue();
    }

    @Test
    void linksLeadToPagesOfThisSite() {
        var links = Links.of("""
                <a href="https://toolverdicts.dev/tool/a"> <a href="https://toolverdicts.dev/compare/a-vs-b">
                <a href="https://toolverdicts.dev/weekly"> <a href="https://toolverdicts.dev/weekly/2026-W48">
                <a href="{{unsubscribe_url}}">
                """);
        assertThat(links.tools(SITE)).containsExactly("a", "b");
        assertThat(links.strange(SITE, Set.of("a", "b"))).isEmpty();
        assertThat(links.strange(SITE, Set.of("a"))).containsExactly("https://toolverdicts.dev/compare/a-vs-b");
    }

    @Test
    void aLinkThatLeadsAwayOrNowhereIsFound() {
        var links = Links.of("""
                <a href="https://toolverdicts.dev.evil.example/tool/a"> <a href="javascript:x"> <a href="/tool/a">
                <a href="https://toolverdicts.dev/weekly/next"> <a href="https://toolverdicts.dev/nothing">
                """);
        assertThat(links.strange(SITE, Set.of("a"))).hasSize(5);
    }
}
