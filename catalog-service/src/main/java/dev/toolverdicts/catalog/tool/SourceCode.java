package dev.toolverdicts.catalog.tool;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Where the source of a product lies, however the address is written. Two tools with one
/// repository are one product.
final class SourceCode {

    /// Hosts on which a project is an owner and a name, and nothing further is another project.
    private static final Set<String> OWNER_AND_NAME = Set.of("github.com", "codeberg.org", "bitbucket.org");

    /// Pages of GitHub itself, not of a project.
    private static final Set<String> NO_OWNERS =
            Set.of("features", "marketplace", "apps", "topics", "orgs", "collections");

    /// Where strangers' projects lie side by side: to share such a domain says nothing.
    private static final Set<String> SHARED = Stream.concat(
                    OWNER_AND_NAME.stream(), Stream.of("gitlab.com", "huggingface.co", "sourceforge.net"))
            .collect(Collectors.toUnmodifiableSet());

    private SourceCode() {}

    /// Null when neither address is one of a repository. An official site may be one.
    static @Nullable String identity(@Nullable String repoUrl, @Nullable String websiteUrl) {
        if (repoUrl != null) {
            return identity(repoUrl);
        }
        return websiteUrl != null && OWNER_AND_NAME.contains(host(websiteUrl)) && isProject(path(websiteUrl))
                ? identity(websiteUrl)
                : null;
    }

    /// The domain that another tool's site may share by being of the same product; null when sharing it
    /// says nothing.
    static @Nullable String domain(@Nullable String websiteUrl) {
        String host = websiteUrl == null ? "" : host(websiteUrl);
        return host.isEmpty() || SHARED.contains(host) ? null : host;
    }

    private static String identity(String address) {
        String host = host(address);
        List<String> path = path(address);
        List<String> kept = OWNER_AND_NAME.contains(host) && path.size() > 2 ? path.subList(0, 2) : path;
        return Stream.concat(Stream.of(host), kept.stream())
                .collect(Collectors.joining("/"))
                .replaceFirst("\\.git$", "");
    }

    private static boolean isProject(List<String> path) {
        return path.size() >= 2 && !NO_OWNERS.contains(path.getFirst());
    }

    private static String host(String address) {
        String host = URI.create(address).getHost();
        return host == null ? "" : host.toLowerCase(Locale.ROOT).replaceFirst("^www\\.", "");
    }

    /// GitLab puts its own pages of a project behind a part that is a hyphen.
    private static List<String> path(String address) {
        String path = URI.create(address).getRawPath();
        return Stream.of((path == null ? "" : path.toLowerCase(Locale.ROOT)).split("/", -1))
                .filter(part -> !part.isEmpty())
                .takeWhile(part -> !part.equals("-"))
                .toList();
    }
}
