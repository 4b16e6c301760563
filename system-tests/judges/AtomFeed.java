import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/// Reads a file as an Atom feed and prints what RFC 4287 requires and it lacks, a line each; ends with 1 where there is one.
/// Run as it is: `java AtomFeed.java FILE`.
final class AtomFeed {

    private static final String ATOM = "http://www.w3.org/2005/Atom";

    private final List<String> faults = new ArrayList<>();

    public static void main(String[] files) throws Exception {
        List<String> faults = new AtomFeed().read(Path.of(files[0]));
        faults.forEach(System.out::println);
        System.exit(faults.isEmpty() ? 0 : 1);
    }

    private List<String> read(Path file) throws Exception {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        var builder = factory.newDocumentBuilder();
        builder.setErrorHandler(null);
        Element feed;
        try {
            feed = builder.parse(file.toFile()).getDocumentElement();
        } catch (SAXException broken) {
            return List.of("is not well-formed: " + broken.getMessage());
        }
        if (!ATOM.equals(feed.getNamespaceURI()) || !"feed".equals(feed.getLocalName())) {
            return List.of("is no Atom feed");
        }
        judge(feed);
        return faults;
    }

    private void judge(Element feed) {
        common(feed, "the feed");
        must(links(feed, "self").count() == 1, "the feed does not say where it is");
        List<Element> entries = children(feed, "entry").toList();
        Set<String> ids = new HashSet<>();
        for (Element entry : entries) {
            String id = text(entry, "id");
            common(entry, "entry " + id);
            must(ids.add(id + " " + text(entry, "updated")), "entry " + id + " is there twice");
            must(
                    has(entry, "author") || has(feed, "author") || has(entry, "source"),
                    "entry " + id + " has no author, and neither has the feed");
            must(
                    has(entry, "content") || links(entry, "alternate").count() > 0,
                    "entry " + id + " has neither content nor a link to it");
            must(children(entry, "content").count() <= 1, "entry " + id + " has content twice");
            must(children(entry, "summary").count() <= 1, "entry " + id + " has a summary twice");
        }
    }

    /// What a feed and an entry must each have exactly once.
    private void common(Element of, String name) {
        for (String required : List.of("id", "title", "updated")) {
            must(children(of, required).count() == 1, name + " has not one " + required);
            must(!text(of, required).isBlank(), name + " has an empty " + required);
        }
        must(isMoment(text(of, "updated")), name + " has no time in updated");
        children(of, "published").forEach(at -> must(isMoment(at.getTextContent()), name + " has no time in published"));
        children(of, "link").forEach(link -> must(!link.getAttribute("href").isBlank(), name + " has a link to nowhere"));
        children(of, "author").forEach(author -> must(!text(author, "name").isBlank(), name + " has an author without a name"));
    }

    private void must(boolean holds, String fault) {
        if (!holds) {
            faults.add(fault);
        }
    }

    private static boolean isMoment(String text) {
        try {
            OffsetDateTime.parse(text.strip());
            return true;
        } catch (DateTimeParseException none) {
            return false;
        }
    }

    private static Stream<Element> children(Element of, String name) {
        var nodes = of.getChildNodes();
        return IntStream.range(0, nodes.getLength())
                .mapToObj(nodes::item)
                .filter(Element.class::isInstance)
                .map(Element.class::cast)
                .filter(child -> ATOM.equals(child.getNamespaceURI()) && name.equals(child.getLocalName()));
    }

    private static boolean has(Element of, String name) {
        return children(of, name).findAny().isPresent();
    }

    private static String text(Element of, String name) {
        return children(of, name).findFirst().map(Element::getTextContent).orElse("");
    }

    /// A link without `rel` leads to the thing itself.
    private static Stream<Element> links(Element of, String rel) {
        return children(of, "link").filter(link -> {
            String own = link.getAttribute("rel");
            return rel.equals(own.isEmpty() ? "alternate" : own);
        });
    }
}
