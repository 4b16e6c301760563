package dev.toolverdicts.newsletter.click;

import dev.toolverdicts.newsletter.defence.Client;
import dev.toolverdicts.newsletter.defence.Network;
import dev.toolverdicts.newsletter.issue.Issue;
import dev.toolverdicts.newsletter.issue.IssueQueries;
import dev.toolverdicts.platform.web.SiteSettings;
import java.net.InetAddress;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Service;

@Service
public class ClickService {

    private static final Logger log = LoggerFactory.getLogger(ClickService.class);

    private final ClickTokens tokens;
    private final ClickRepository clicks;
    private final IssueQueries issues;
    private final ClickSettings settings;
    private final List<Network> scanners;
    private final Clock clock;
    private final String site;

    ClickService(
            ClickTokens tokens,
            ClickRepository clicks,
            IssueQueries issues,
            ClickSettings settings,
            Clock clock,
            SiteSettings site) {
        this.tokens = tokens;
        this.clicks = clicks;
        this.issues = issues;
        this.settings = settings;
        this.scanners = settings.scannerNetworks().stream().map(Network::of).toList();
        this.clock = clock;
        this.site = site.publicUrl().toString();
    }

    /// Where a link of a mail leads; counts it, if clicks are counted. That it cannot be counted keeps
    /// nobody from going.
    ///
    /// @param looksOnly whether it was asked for with HEAD
    /// @return empty when it is no link of ours
    Optional<String> follow(String token, boolean looksOnly, Client client) {
        Optional<Click> click = tokens.read(token);
        Optional<String> target = click.flatMap(this::target);
        if (settings.counted() && target.isPresent()) {
            count(click.get(), looksOnly || isScanner(client.address()));
        }
        return target;
    }

    private Optional<String> target(Click click) {
        return issues.byId(click.issueId())
                .map(Issue::id)
                .map(id -> IssueLinks.of(issues.parts(id).html(), site).urls())
                .filter(urls -> click.link() < urls.size())
                .map(urls -> urls.get(click.link()));
    }

    private void count(Click click, boolean machine) {
        try {
            clicks.add(click, machine, clock.instant());
        } catch (DataAccessException away) {
            log.warn("event=click_not_counted cause={}", away.getClass().getSimpleName());
        }
    }

    private boolean isScanner(InetAddress address) {
        return scanners.stream().anyMatch(network -> network.holds(address));
    }

    /// What a subscriber has followed, as far as it was counted.
    public List<FollowedLink> followedBy(UUID subscriberId) {
        return clicks.issuesMailedTo(subscriberId).stream()
                .flatMap(issue -> followed(issue, tokens.visitor(issue, subscriberId)))
                .toList();
    }

    private Stream<FollowedLink> followed(UUID issueId, byte[] visitor) {
        List<ClickRepository.Followed> counted = clicks.followed(issueId, visitor);
        if (counted.isEmpty()) {
            return Stream.empty();
        }
        String week = issues.byId(issueId).map(Issue::isoWeek).orElse("");
        List<String> urls = IssueLinks.of(issues.parts(issueId).html(), site).urls();
        return counted.stream()
                .filter(click -> click.link() < urls.size())
                .map(click -> new FollowedLink(week, urls.get(click.link()), click.at(), click.machine()));
    }

    /// Takes out what a subscriber has followed.
    public void forget(UUID subscriberId) {
        clicks.issuesMailedTo(subscriberId).forEach(issue -> clicks.forget(issue, tokens.visitor(issue, subscriberId)));
    }
}
