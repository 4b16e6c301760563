package dev.toolverdicts.catalog.site;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/// Draws a [ShareCard] with what the JDK has: the sheet's colours and shapes, in the fonts of
/// this machine.
final class ShareImage {

    static final int WIDTH = 1200;
    static final int HEIGHT = 630;

    private static final Palette COLOURS = Palette.LIGHT;
    private static final int MARGIN = 72;
    private static final int GAP = 40;
    private static final int NAME_TOP = 200;
    private static final int NAME_ROOM = 250;
    private static final int SMALLEST = 24;

    private final Graphics2D canvas;

    private ShareImage(Graphics2D canvas) {
        this.canvas = canvas;
        canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        canvas.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        canvas.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    }

    static byte[] png(ShareCard card) {
        var image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = image.createGraphics();
        try {
            new ShareImage(canvas).draw(card);
        } finally {
            canvas.dispose();
        }
        return encoded(image);
    }

    /// @throws RuntimeException or an error where there are none
    static void lookForFonts() {
        Graphics2D canvas = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics();
        try {
            canvas.drawString("a", 0, 0);
        } finally {
            canvas.dispose();
        }
    }

    private static byte[] encoded(BufferedImage image) {
        var bytes = new ByteArrayOutputStream();
        // In memory: else a file is made for each picture.
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            ImageIO.write(image, "png", out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private void draw(ShareCard card) {
        fill(COLOURS.paper(), new Rectangle2D.Double(0, 0, WIDTH, HEIGHT));
        text("Tool Verdicts", font(Font.SERIF, Font.BOLD, 38), COLOURS.ink(), MARGIN, 92);
        rule(116, 5);
        rule(126, 2);
        if (card.sides().isEmpty()) {
            text("Ship it, or skip it?", font(Font.SERIF, Font.BOLD, 92), COLOURS.ink(), MARGIN, 330);
            text(card.kicker(), font(Font.SANS_SERIF, Font.PLAIN, 34), COLOURS.quiet(), MARGIN, 410);
            return;
        }
        text(card.kicker(), font(Font.SANS_SERIF, Font.PLAIN, 30), COLOURS.quiet(), MARGIN, 186);
        int columns = card.sides().size();
        int width = (WIDTH - 2 * MARGIN - (columns - 1) * GAP) / columns;
        for (int column = 0; column < columns; column++) {
            side(card.sides().get(column), MARGIN + column * (width + GAP), width, columns);
        }
    }

    private void side(ShareCard.Side side, int left, int width, int columns) {
        name(side.name(), left, width, columns == 1 ? 84 : columns == 2 ? 58 : 40);
        chip(side.verdict(), left, 478, columns < 3 ? 52 : 36);
        Font small = font(Font.SANS_SERIF, Font.PLAIN, columns < 3 ? 26 : 20);
        int under = 576;
        for (String line : lines(side.counts(), small, width)) {
            text(line, small, COLOURS.quiet(), left, under);
            under += 26;
        }
    }

    /// As large as there is room for; what there is none for at all is cut.
    private void name(String name, int left, int width, int largest) {
        int size = largest;
        List<String> lines = lines(name, font(Font.SERIF, Font.BOLD, size), width);
        while (lines.size() * spacing(size) > NAME_ROOM && size > SMALLEST) {
            size -= 4;
            lines = lines(name, font(Font.SERIF, Font.BOLD, size), width);
        }
        int baseline = NAME_TOP + size;
        for (String line : lines.subList(0, Math.min(lines.size(), NAME_ROOM / spacing(size)))) {
            text(line, font(Font.SERIF, Font.BOLD, size), COLOURS.ink(), left, baseline);
            baseline += spacing(size);
        }
    }

    private static int spacing(int size) {
        return size * 6 / 5;
    }

    /// A verdict is a colour, a shape and a word here too.
    private void chip(VerdictView verdict, int left, int top, int size) {
        Palette.Tone tone = COLOURS.tone(verdict);
        Font font = font(Font.SERIF, Font.BOLD, size);
        int wide = canvas.getFontMetrics(font).stringWidth(verdict.word());
        int high = size * 5 / 4;
        var outline = new RoundRectangle2D.Double(left, top, wide + size * 2.1, high, high, high);
        fill(tone.soft(), outline);
        stroke(tone.ink(), outline, 3);
        mark(verdict, tone, left + size / 2, top + size / 8, size);
        text(verdict.word(), font, tone.ink(), left + size * 8 / 5, top + size * 19 / 20);
    }

    /// The shapes of the sheet, drawn in a square of twenty.
    private void mark(VerdictView verdict, Palette.Tone tone, int left, int top, int size) {
        AffineTransform before = canvas.getTransform();
        canvas.translate(left, top);
        canvas.scale(size / 20.0, size / 20.0);
        var circle = new Ellipse2D.Double(2, 2, 16, 16);
        switch (verdict.key()) {
            case "ship" -> {
                fill(tone.ink(), circle);
                stroke(tone.soft(), path(6.2, 10.4, 8.8, 13, 13.8, 7.6), 2.25);
            }
            case "mixed" -> {
                stroke(tone.ink(), circle, 2.25);
                fill(tone.ink(), new Arc2D.Double(2, 2, 16, 16, 90, 180, Arc2D.PIE));
            }
            case "skip" -> {
                stroke(tone.ink(), new Rectangle2D.Double(2.5, 2.5, 15, 15), 2.25);
                stroke(tone.ink(), path(6.8, 6.8, 13.2, 13.2), 2.25);
                stroke(tone.ink(), path(13.2, 6.8, 6.8, 13.2), 2.25);
            }
            default -> {
                canvas.setColor(Color.decode(tone.ink()));
                canvas.setStroke(new BasicStroke(
                        2.25f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {2.6f, 3.6f}, 0));
                canvas.draw(circle);
            }
        }
        canvas.setTransform(before);
    }

    private static Path2D path(double... points) {
        var path = new Path2D.Double();
        path.moveTo(points[0], points[1]);
        for (int i = 2; i < points.length; i += 2) {
            path.lineTo(points[i], points[i + 1]);
        }
        return path;
    }

    private void rule(int top, int thick) {
        fill(COLOURS.ink(), new Rectangle2D.Double(MARGIN, top, WIDTH - 2 * MARGIN, thick));
    }

    private void fill(String colour, Shape shape) {
        canvas.setColor(Color.decode(colour));
        canvas.fill(shape);
    }

    private void stroke(String colour, Shape shape, double thick) {
        canvas.setColor(Color.decode(colour));
        canvas.setStroke(new BasicStroke((float) thick, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        canvas.draw(shape);
    }

    private void text(String words, Font font, String colour, int left, int baseline) {
        canvas.setFont(font);
        canvas.setColor(Color.decode(colour));
        canvas.drawString(words, left, baseline);
    }

    private static Font font(String family, int style, int size) {
        return new Font(family, style, size);
    }

    /// Broken between words, and inside of one that is wider than a line.
    private List<String> lines(String words, Font font, int width) {
        FontMetrics metrics = canvas.getFontMetrics(font);
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (String word : words.split(" ", -1)) {
            if (!line.isEmpty() && metrics.stringWidth(line + " " + word) > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
            while (line.length() > 1 && metrics.stringWidth(line.toString()) > width) {
                int fits = fitting(line.toString(), metrics, width);
                lines.add(line.substring(0, fits));
                line.delete(0, fits);
            }
        }
        lines.add(line.toString());
        return lines;
    }

    /// How much of a word there is room for; a character at least, and none is cut in two.
    private static int fitting(String word, FontMetrics metrics, int width) {
        int fits = word.offsetByCodePoints(0, 1);
        while (fits < word.length()) {
            int more = word.offsetByCodePoints(fits, 1);
            if (metrics.stringWidth(word.substring(0, more)) > width) {
                return fits;
            }
            fits = more;
        }
        return fits;
    }
}
