package dev.toolverdicts.platform.operations;

import static dev.toolverdicts.platform.operations.Html.form;
import static dev.toolverdicts.platform.operations.Html.text;
import static dev.toolverdicts.platform.operations.Html.time;

import dev.toolverdicts.platform.messaging.RebuildStatus;
import dev.toolverdicts.platform.messaging.Switch;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// A service at a glance: what is paused, how rebuilds stand, and the forms that change both.
final class OverviewPage {

    private final String desk;

    /// @param desk the address of the service's desk
    OverviewPage(String desk) {
        this.desk = desk;
    }

    /// @param projections all that can be built anew
    /// @param rebuilds of those that have been
    String html(List<Switch> switches, Set<String> projections, List<RebuildStatus> rebuilds, String token) {
        return """
                <section class="section" aria-labelledby="running">
                <h2 id="running">Relay and consumers</h2>
                <p>A pause holds in all copies within two seconds, and through restarts. Nothing is lost: events wait in the outbox, records in the log.</p>
                %s
                </section>
                <section class="section" aria-labelledby="rebuilds">
                <h2 id="rebuilds">Rebuilds</h2>
                <p>A rebuild makes tables anew from the log while the present ones serve, and puts them in their place at the end.</p>
                %s
                %s
                </section>""".formatted(
                        switches.stream().map(each -> one(each, token)).collect(Collectors.joining("\n")),
                        rebuilds.isEmpty() ? "<p>None yet.</p>" : table(rebuilds),
                        projections.stream()
                                .sorted()
                                .map(name -> rebuild(name, state(name, rebuilds), token))
                                .collect(Collectors.joining("\n")));
    }

    private String one(Switch each, String token) {
        String told = each.changedAt() == null
                ? ""
                : "<p class=\"quiet\">%s, by %s, since %s</p>"
                        .formatted(text(each.reason()), text(each.changedBy()), time(each.changedAt()));
        return """
                <h3 class="after">%s: %s</h3>
                %s
                %s""".formatted(
                        text(each.name()),
                        each.paused() ? "<strong>paused</strong>" : "running",
                        told,
                        form(
                                "reason-" + each.name(),
                                desk + "/switches/" + each.name(),
                                token,
                                "<input type=\"hidden\" name=\"paused\" value=\"%s\">".formatted(!each.paused()),
                                (each.paused() ? "Resume " : "Pause ") + each.name()));
    }

    private static String state(String projection, List<RebuildStatus> rebuilds) {
        return rebuilds.stream()
                .filter(rebuild -> rebuild.projection().equals(projection))
                .map(RebuildStatus::state)
                .findFirst()
                .orElse("");
    }

    /// One that has not been heard of for a while can be begun anew as well as given up.
    private String rebuild(String projection, String state, String token) {
        String at = desk + "/rebuilds/" + projection;
        String begin =
                state.equals("running") ? "" : form("rebuild-" + projection, at, token, "", "Rebuild " + projection);
        String abandon = state.equals("running") || state.equals("stalled")
                ? form("abandon-" + projection, at + "/abandon", token, "", "Give up rebuilding " + projection)
                : "";
        return "<h3 class=\"after\">%s</h3>%s%s".formatted(text(projection), begin, abandon);
    }

    private static String table(List<RebuildStatus> rebuilds) {
        return Html.table(
                "The last rebuild of each projection",
                List.of("Projection", "State", "Records", "To go", "Rows that differed", "Began"),
                rebuilds.stream()
                        .map(rebuild -> List.of(
                                text(rebuild.projection()),
                                "<span class=\"figure\">" + text(rebuild.state()) + "</span>"
                                        + (rebuild.detail() == null
                                                ? ""
                                                : "<span class=\"row-line\">" + text(rebuild.detail()) + "</span>"),
                                text(rebuild.records()),
                                left(rebuild),
                                text(rebuild.differingRows()),
                                time(rebuild.startedAt())))
                        .toList());
    }

    private static String left(RebuildStatus rebuild) {
        return text(rebuild.remaining())
                + (rebuild.etaSeconds() == null ? "" : ", about " + rebuild.etaSeconds() + " s");
    }
}
