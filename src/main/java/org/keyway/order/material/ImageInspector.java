package org.keyway.order.material;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadWarningListener;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.keyway.order.material.Inspection.Fit;
import org.keyway.order.material.Inspection.Unfit;

/** Reads the header first and refuses pictures over 50 megapixels; then decodes a thinned-out copy to the end. */
final class ImageInspector {

    private static final long MOST_PIXELS = 50_000_000;
    private static final int TEN_THOUSAND = 10_000;
    private static final int THIN = 1000;

    private ImageInspector() {}

    static Inspection inspect(byte[] file, PaperFormat format) {
        if (ImageEnd.of(file, format) < 0) {
            return unreadable();
        }
        Iterator<ImageReader> readers = ImageIO.getImageReadersByMIMEType(format.mediaType());
        if (!readers.hasNext()) {
            return unreadable();
        }
        ImageReader reader = readers.next();
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            reader.setInput(in, true, true);
            return read(reader);
        } catch (IOException | RuntimeException e) {
            return unreadable();
        } finally {
            reader.dispose();
        }
    }

    private static Inspection read(ImageReader reader) throws IOException {
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        long pixels = (long) width * height;
        if (width < 1 || height < 1) {
            return unreadable();
        }
        if (pixels > MOST_PIXELS) {
            return new Unfit(
                    "material.image.too-large",
                    String.valueOf(pixels / TEN_THOUSAND),
                    String.valueOf(MOST_PIXELS / TEN_THOUSAND));
        }
        AtomicBoolean damaged = new AtomicBoolean();
        IIOReadWarningListener listener = (source, warning) -> damaged.compareAndSet(false, isDamage(warning));
        reader.addIIOReadWarningListener(listener);
        int step = Math.max(1, Math.max(width, height) / THIN);
        ImageReadParam thin = reader.getDefaultReadParam();
        thin.setSourceSubsampling(step, step, 0, 0);
        reader.read(0, thin);
        return damaged.get() ? unreadable() : new Fit(1);
    }

    /** The JPEG reader goes on behind a premature end and only warns; it warns of harmless things as well. */
    private static boolean isDamage(String warning) {
        return warning != null && (warning.contains("Premature") || warning.contains("Corrupt"));
    }

    private static Inspection unreadable() {
        return new Unfit("material.image.unreadable", PaperFormat.JPEG.title());
    }
}
