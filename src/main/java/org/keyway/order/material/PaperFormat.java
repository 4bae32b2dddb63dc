package org.keyway.order.material;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The file formats that papers may have, with the extensions that agree with them. */
enum PaperFormat {
    PDF("application/pdf", "PDF", "pdf"),
    JPEG("image/jpeg", "JPG", "jpg", "jpeg", "jpe", "jfif"),
    PNG("image/png", "PNG", "png"),
    BMP("image/bmp", "BMP", "bmp", "dib"),
    GIF("image/gif", "GIF", "gif");

    private final String mediaType;
    private final String title;
    private final List<String> extensions;

    PaperFormat(String mediaType, String title, String... extensions) {
        this.mediaType = mediaType;
        this.title = title;
        this.extensions = List.of(extensions);
    }

    String mediaType() {
        return mediaType;
    }

    String title() {
        return title;
    }

    boolean isNamedBy(String extension) {
        return extensions.contains(extension.toLowerCase(Locale.ROOT));
    }

    static Optional<PaperFormat> of(String mediaType) {
        return Arrays.stream(values())
                .filter(format -> format.mediaType.equals(mediaType))
                .findFirst();
    }

    /** The names of these media types for a person, such as {@code PDF / JPG}. */
    static String titles(Collection<String> mediaTypes) {
        return Arrays.stream(values())
                .filter(format -> mediaTypes.contains(format.mediaType))
                .map(PaperFormat::title)
                .collect(Collectors.joining(" / "));
    }
}
