package dev.toolverdicts.newsletter.archive;

import java.io.StringWriter;
import java.util.regex.Pattern;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/// A feed as RFC 4287 has it.
final class AtomFeed {

    /// What no XML document can hold, not even escaped.
    private static final Pattern NO_XML =
            Pattern.compile("[^\\x09\\x0A\\x0D\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

    private final XMLStreamWriter xml;

    private AtomFeed(XMLStreamWriter xml) {
        this.xml = xml;
    }

    static String of(Feed feed) {
        var text = new StringWriter();
        try {
            var atom = new AtomFeed(XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text));
            atom.write(feed);
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException(impossible);
        }
        return text.toString();
    }

    private void write(Feed feed) throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("feed");
        xml.writeDefaultNamespace("http://www.w3.org/2005/Atom");
        element("title", Feed.TITLE);
        element("id", feed.page());
        element("updated", feed.updated().toString());
        link("self", "application/atom+xml", feed.address("atom"));
        link("alternate", "text/html", feed.page());
        xml.writeStartElement("author");
        element("name", "Tool Verdicts");
        xml.writeEndElement();
        for (Feed.Item item : feed.items()) {
            write(item);
        }
        xml.writeEndElement();
        xml.writeEndDocument();
    }

    private void write(Feed.Item item) throws XMLStreamException {
        xml.writeStartElement("entry");
        element("title", item.title());
        element("id", item.url());
        link("alternate", "text/html", item.url());
        element("published", item.published().toString());
        element("updated", item.updated().toString());
        xml.writeStartElement("content");
        xml.writeAttribute("type", "html");
        xml.writeCharacters(clean(item.html()));
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private void element(String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(clean(text));
        xml.writeEndElement();
    }

    private void link(String relation, String type, String address) throws XMLStreamException {
        xml.writeEmptyElement("link");
        xml.writeAttribute("rel", relation);
        xml.writeAttribute("type", type);
        xml.writeAttribute("href", address);
    }

    private static String clean(String text) {
        return NO_XML.matcher(text).replaceAll("");
    }
}
