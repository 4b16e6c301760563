package dev.toolverdicts.catalog.site;

import dev.toolverdicts.catalog.card.Citation;
import dev.toolverdicts.catalog.card.Take;
import dev.toolverdicts.catalog.card.ToolCard;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// JSON-LD for search engines, by Google's rules for software and review snippets: the tool, the
/// critics' reviews with who or what wrote them, and the way to the page. A rating of all voters is
/// made of counted votes of people alone, and claimed only when enough of them have voted and no
/// burst of votes is being looked into. What is not known is left out, never made up.
@Component
class StructuredData {

    private static final int ENOUGH_VOTES = 30;
    private static final int LONGEST_NAME = 100;

    private final JsonMapper json;
    private final PageSettings settings;

    StructuredData(JsonMapper json, PageSettings settings) {
        this.json = json;
        this.settings = settings;
    }

    record Crumb(String name, String path) {}

    String tool(ToolCard card, List<Take> takes, List<Crumb> crumbs) {
        Map<String, Object> tool = software(card);
        if (!takes.isEmpty()) {
            tool.put("review", takes.stream().map(StructuredData::review).toList());
        }
        return graph(List.of(tool, breadcrumbs(crumbs)));
    }

    String comparison(List<ToolCard> cards, List<Crumb> crumbs) {
        List<Object> nodes = new ArrayList<>(cards.stream().map(this::software).toList());
        nodes.add(breadcrumbs(crumbs));
        return graph(nodes);
    }

    private Map<String, Object> software(ToolCard card) {
        Map<String, Object> node = node("SoftwareApplication");
        node.put("name", card.name());
        node.put("description", card.tagline());
        node.put("url", settings.address("/tool/" + card.slug()));
        node.put("applicationCategory", applicationCategory(card.category().key()));
        node.put("applicationSubCategory", card.category().name());
        node.put("dateModified", card.asOf().toString());
        String website = ToolView.webAddress(card.websiteUrl());
        if (website != null) {
            node.put("sameAs", website);
        }
        if (card.pricing().entryAmount() != null && card.pricing().currency() != null) {
            Map<String, Object> offer = node("Offer");
            offer.put("price", card.pricing().entryAmount().toPlainString());
            offer.put("priceCurrency", card.pricing().currency());
            node.put("offers", offer);
        }
        Integer pct = card.community().pct();
        if (pct != null
                && card.community().votes() >= ENOUGH_VOTES
                && !card.community().brigade()) {
            Map<String, Object> rating = rating("AggregateRating", pct);
            rating.put("ratingCount", card.community().votes());
            node.put("aggregateRating", rating);
        }
        return node;
    }

    /// The words that Google knows; ours is the sub-category.
    private static String applicationCategory(String category) {
        return switch (category) {
            case "design-creative" -> "DesignApplication";
            case "audio" -> "MultimediaApplication";
            case "research-analysis" -> "ReferenceApplication";
            case "automation" -> "BusinessApplication";
            case "ai-clients", "agents" -> "UtilitiesApplication";
            default -> "DeveloperApplication";
        };
    }

    /// A persona is no person: the name says what it is.
    private static Map<String, Object> review(Take take) {
        boolean human = take.authorKind().equals("human");
        Map<String, Object> author = node(human ? "Person" : "Organization");
        author.put("name", human ? take.criticName() : persona(take));
        Map<String, Object> review = node("Review");
        review.put("author", author);
        review.put("reviewRating", rating("Rating", take.score()));
        review.put("datePublished", TakeView.day(take.publishedAt()).toString());
        review.put("dateModified", TakeView.day(TakeView.latest(take)).toString());
        review.put("version", take.revision());
        review.put("reviewBody", Take.read(take.body()));
        disclose(review, take);
        return review;
    }

    /// How the text came about: for programs that know the vocabulary as the kind of its source,
    /// and in whole as pairs.
    private static void disclose(Map<String, Object> review, Take take) {
        switch (take.authorKind()) {
            case "human" -> {}
            case "ai_drafted" ->
                review.put("digitalSourceType", "https://schema.org/CompositeWithTrainedAlgorithmicMediaDigitalSource");
            default -> review.put("digitalSourceType", "https://schema.org/TrainedAlgorithmicMediaDigitalSource");
        }
        String model = take.model();
        String prompt = take.promptVersion();
        review.put(
                "disambiguatingDescription",
                "authorKind=%s; handsOn=%s".formatted(take.authorKind(), take.handsOn())
                        + (model == null ? "" : "; model=" + model)
                        + (prompt == null ? "" : "; promptVersion=" + prompt));
        List<Citation> citations = take.citations();
        if (citations != null && !citations.isEmpty()) {
            review.put("citation", citations.stream().map(Citation::url).toList());
        }
    }

    private static String persona(Take take) {
        String kind = " (" + Authors.kind(take.authorKind()) + ")";
        return Words.sentence(take.criticName(), LONGEST_NAME - kind.length() - 1) + kind;
    }

    private static Map<String, Object> rating(String type, int value) {
        Map<String, Object> rating = node(type);
        rating.put("ratingValue", value);
        rating.put("bestRating", 100);
        rating.put("worstRating", 0);
        return rating;
    }

    private Map<String, Object> breadcrumbs(List<Crumb> crumbs) {
        Map<String, Object> list = node("BreadcrumbList");
        List<Object> items = new ArrayList<>();
        for (Crumb crumb : crumbs) {
            Map<String, Object> item = node("ListItem");
            item.put("position", items.size() + 1);
            item.put("name", crumb.name());
            item.put("item", settings.address(crumb.path()));
            items.add(item);
        }
        list.put("itemListElement", items);
        return list;
    }

    private static Map<String, Object> node(String type) {
        Map<String, Object> node = new LinkedHashMap<>();
        node.put("@type", type);
        return node;
    }

    /// No `<` leaves here: a review's text cannot close the script element it stands in.
    private String graph(List<?> nodes) {
        Map<String, Object> graph = new LinkedHashMap<>();
        graph.put("@context", "https://schema.org");
        graph.put("@graph", nodes);
        return json.writeValueAsString(graph)
                .replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("&", "\\u0026");
    }
}
