package org.keyway.acceptance;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;

/** A small, real file of one of the formats that applicants may upload, made by the test itself. */
public record Paper(String fileName, String mediaType, byte[] content) {

    /** The first of the formats that this class can make. */
    public static Paper of(String name, List<String> formats) {
        return formats.stream()
                .filter(Paper::canMake)
                .findFirst()
                .map(format -> make(name, format))
                .orElseThrow();
    }

    private static boolean canMake(String format) {
        return List.of("application/pdf", "image/png", "image/jpeg", "image/bmp", "image/gif")
                .contains(format);
    }

    private static Paper make(String name, String format) {
        return switch (format) {
            case "application/pdf" -> new Paper(name + ".pdf", format, pdf(name));
            case "image/png" -> new Paper(name + ".png", format, image("png"));
            case "image/jpeg" -> new Paper(name + ".jpg", format, image("jpg"));
            case "image/bmp" -> new Paper(name + ".bmp", format, image("bmp"));
            default -> new Paper(name + ".gif", format, image("gif"));
        };
    }

    public static Paper pdf() {
        return make("paper", "application/pdf");
    }

    public static Paper png() {
        return make("paper", "image/png");
    }

    private static byte[] image(String format) {
        BufferedImage image = new BufferedImage(900, 640, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(new Color(0xf4f1e8));
        pen.fillRect(0, 0, 900, 640);
        pen.setColor(new Color(0x1f5fa8));
        for (int line = 0; line < 9; line++) {
            pen.fillRect(60, 80 + line * 56, 380 + (line * 97) % 360, 18);
        }
        pen.setColor(new Color(0xc53030));
        pen.drawOval(620, 380, 190, 190);
        pen.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** One A4 page with a line of text, by hand, so that no library of the product vouches for itself. */
    static byte[] pdf(String text) {
        String page = "BT /F1 24 Tf 72 720 Td (" + text.replaceAll("[^ -~]", "-") + ") Tj ET";
        List<String> objects = List.of(
                "<< /Type /Catalog /Pages 2 0 R >>",
                "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
                "<< /Length " + page.length() + " >>\nstream\n" + page + "\nendstream",
                "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>");
        return file(objects, "");
    }

    /** A PDF file of these objects; the catalogue is the first. */
    static byte[] file(List<String> objects, String trailer) {
        StringBuilder file = new StringBuilder("%PDF-1.4\n");
        List<Integer> offsets = new ArrayList<>();
        for (int at = 0; at < objects.size(); at++) {
            offsets.add(file.length());
            file.append(at + 1).append(" 0 obj\n").append(objects.get(at)).append("\nendobj\n");
        }
        int table = file.length();
        file.append("xref\n0 ").append(objects.size() + 1).append("\n0000000000 65535 f \n");
        offsets.forEach(offset -> file.append(String.format("%010d 00000 n \n", offset)));
        file.append("trailer\n<< /Size ")
                .append(objects.size() + 1)
                .append(" /Root 1 0 R ")
                .append(trailer);
        file.append(">>\nstartxref\n").append(table).append("\n%%EOF\n");
        return file.toString().getBytes(StandardCharsets.ISO_8859_1);
    }
}
