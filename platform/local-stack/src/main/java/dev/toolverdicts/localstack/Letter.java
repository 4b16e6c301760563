package dev.toolverdicts.localstack;

import jakarta.mail.Address;
import jakarta.mail.BodyPart;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A stored mail, as far as lists tell of it. Field names are Mailpit's.
record Letter(
        String id,
        String messageId,
        Person from,
        List<Person> to,
        List<Person> cc,
        List<Person> bcc,
        List<Person> replyTo,
        String subject,
        Instant created,
        long size) {

    record Person(String name, String address) {

        Map<String, Object> json() {
            return Map.of("Name", name, "Address", address);
        }

        private static List<Person> of(Address @Nullable [] addresses) {
            var people = new ArrayList<Person>();
            for (Address address : addresses == null ? new Address[0] : addresses) {
                people.add(
                        address instanceof InternetAddress mail
                                ? new Person(text(mail.getPersonal()), text(mail.getAddress()))
                                : new Person("", address.toString()));
            }
            return List.copyOf(people);
        }
    }

    static Letter of(String id, MimeMessage mail, Instant created, long size) throws MessagingException {
        List<Person> from = Person.of(mail.getFrom());
        return new Letter(
                id,
                text(mail.getMessageID()).replaceAll("^<|>$", ""),
                from.isEmpty() ? new Person("", "") : from.getFirst(),
                Person.of(mail.getRecipients(Message.RecipientType.TO)),
                Person.of(mail.getRecipients(Message.RecipientType.CC)),
                Person.of(mail.getRecipients(Message.RecipientType.BCC)),
                Person.of(mail.getReplyTo()),
                text(mail.getSubject()),
                created,
                size);
    }

    Map<String, Object> json() {
        var json = new LinkedHashMap<String, Object>();
        json.put("ID", id);
        json.put("MessageID", messageId);
        json.put("Read", false);
        json.put("From", from.json());
        json.put("To", to.stream().map(Person::json).toList());
        json.put("Cc", cc.stream().map(Person::json).toList());
        json.put("Bcc", bcc.stream().map(Person::json).toList());
        json.put("ReplyTo", replyTo.stream().map(Person::json).toList());
        json.put("Subject", subject);
        json.put("Created", created.toString());
        json.put("Tags", List.of());
        json.put("Size", size);
        return json;
    }

    /// The first text of a kind, such as `text/html`; empty when there is none.
    static String body(Part part, String kind) throws MessagingException, IOException {
        if (part.isMimeType(kind)) {
            return String.valueOf(part.getContent());
        }
        if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                BodyPart inner = parts.getBodyPart(i);
                String text = body(inner, kind);
                if (!text.isEmpty()) {
                    return text;
                }
            }
        }
        return "";
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
