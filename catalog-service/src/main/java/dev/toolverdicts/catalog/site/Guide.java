package dev.toolverdicts.catalog.site;

import dev.toolverdicts.catalog.card.CardFilter;
import dev.toolverdicts.catalog.card.ToolCard;

/// The site in one Markdown document for programs that read for people, as llmstxt.org proposes.
record Guide(PageQueries pages, PageSettings settings) {

    private static final int TOOLS = 100;

    String markdown() {
        var text = new StringBuilder("""
                # Tool Verdicts

                > A panel of seven critics and a community vote on AI tools: ship it, or skip it. Verdicts come with their reasons, their counts
                > and how sure they are.

                A panel verdict is Ship, Mixed or Skip, or Pending below four reviews. A community share is shown from five votes on, with its
                interval. Reviews by AI personas say so.

                ## API

                """);
        link(text, "OpenAPI description", "/api/v1/openapi.json", "everything below as JSON, free to read, no key");
        link(text, "For developers", "/developers", "what holds everywhere, quotas, keys for larger ones");
        link(text, "Tools", "/api/v1/tools?limit=100", "cards with price, licence, panel and community");
        link(text, "Search", "/api/v1/search?q=agent", "tools by words, and what the list can be narrowed down by");
        link(text, "Model Context Protocol", "/mcp", "search, get_tool, compare and history for agents, by POST");
        link(text, "Critics", "/api/v1/critics", "the panel");
        text.append("\n## Pages\n\n");
        link(
                text,
                "Comparisons",
                "/compare",
                "two tools that do the same job, side by side; /compare/a-vs-b-vs-c for up to five,"
                        + " with .md, .csv or .json at its end as a file");
        link(text, "The panel", "/panel", "who the critics are and what each looks for");
        link(
                text,
                "Weekly",
                "/weekly.md",
                "what the week brought, and past issues; each as Markdown with .md at its end");
        link(
                text,
                "Feeds",
                "/feeds",
                "new and changed verdicts, by category and by critic, as Atom and JSON Feed;"
                        + " /feeds/verdicts.json and /feeds/changes.json have the latest of all");
        link(
                text,
                "Dataset",
                "/dataset/index.json",
                "tools, facts, reviews and anonymised votes of every night, CC BY 4.0");
        link(text, "Index of all pages", "/sitemap.xml", "with the time each last changed");
        text.append("""

                ## As Markdown

                Every tool is at its address with `.md` at the end, with verdict, counts, price, licence, all reviews, the time of the figures and the
                address of its page. A tool that was taken down answers 410 and says why.
                """);
        text.append("\n## Categories\n\n");
        pages.categories().stream()
                .filter(category -> category.tools() > 0)
                .forEach(category -> link(
                        text, category.name(), "/category/" + category.key(), Words.count(category.tools(), "tool")));
        text.append("\n## Newest tools\n\n");
        for (ToolCard tool : pages.tools(CardFilter.newest(TOOLS)).cards()) {
            link(text, tool.name(), "/tool/" + tool.slug() + ".md", tool.tagline());
        }
        return text.toString();
    }

    private void link(StringBuilder text, String name, String path, String about) {
        text.append("- [%s](%s): %s\n".formatted(Markdown.text(name), settings.address(path), Markdown.text(about)));
    }
}
