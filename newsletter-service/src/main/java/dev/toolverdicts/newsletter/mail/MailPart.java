package dev.toolverdicts.newsletter.mail;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A part of a mail, encoded once for everybody who gets it, with holes for what is each recipient's own.
public final class MailPart {

    private record Hole(int at, String name) {

        static @Nullable Hole next(String content, int from, Set<String> names) {
            return names.stream()
                    .map(name -> new Hole(content.indexOf(name, from), name))
                    .filter(hole -> hole.at() >= 0)
                    .min(Comparator.comparingInt(Hole::at))
                    .orElse(null);
        }
    }

    private final List<byte[]> pieces = new ArrayList<>();
    private final List<String> holes = new ArrayList<>();

    /// A part that is the same for all.
    public MailPart(String content) {
        pieces.add(QuotedPrintable.encode(content));
    }

    /// @param names what stands in the content where something has to be filled in
    public MailPart(String content, Set<String> names) {
        int end = 0;
        for (Hole hole = Hole.next(content, end, names); hole != null; hole = Hole.next(content, end, names)) {
            pieces.add(QuotedPrintable.encode(content.substring(end, hole.at())));
            holes.add(hole.name());
            end = hole.at() + hole.name().length();
        }
        pieces.add(QuotedPrintable.encode(content.substring(end)));
    }

    /// Bytes, without what is filled in.
    int length() {
        return pieces.stream().mapToInt(piece -> piece.length).sum();
    }

    /// @param values by the names of the holes, each encoded already
    void write(ByteArrayOutputStream out, Map<String, byte[]> values) {
        out.writeBytes(pieces.getFirst());
        for (int i = 0; i < holes.size(); i++) {
            QuotedPrintable.join(out);
            out.writeBytes(Objects.requireNonNull(values.get(holes.get(i)), "no value for a hole"));
            QuotedPrintable.join(out);
            out.writeBytes(pieces.get(i + 1));
        }
    }
}
