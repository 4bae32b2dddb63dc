package org.keyway.document;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.keyway.shared.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** Pages of accepted papers as PNG pictures, so that a reviewer sees them without opening a file. */
@Service
public final class PaperImages {

    private static final Logger LOG = LoggerFactory.getLogger(PaperImages.class);
    private static final String PDF = "application/pdf";
    private static final int DPI = 110;
    private static final int MOST_DPI = 200;
    private static final int LONGEST_SIDE = 2600;
    private static final int POINTS_PER_INCH = 72;

    private final PictureCache cache = new PictureCache(24L << 20);
    private final Semaphore turns = new Semaphore(2);

    /** The page (from 1) at 110 dpi. */
    public byte[] png(byte[] content, String mediaType, int page) {
        return png(content, mediaType, page, DPI);
    }

    /** The page (from 1) at up to 200 dpi and 2600 pixels; a page that is not there is a Problem 404, a damaged one 422. */
    public byte[] png(byte[] content, String mediaType, int page, int dpi) {
        int used = Math.max(POINTS_PER_INCH, Math.min(dpi, MOST_DPI));
        String key = sha256(content) + '/' + page + '/' + used;
        return cache.get(key).orElseGet(() -> {
            byte[] png = drawn(content, mediaType, page, used);
            cache.put(key, png);
            return png;
        });
    }

    /** The page (from 1) at 110 dpi, not encoded and not kept; empty when the file is damaged there. */
    Optional<BufferedImage> picture(byte[] content, String mediaType, int page) {
        return picture(content, mediaType, page, DPI, ImageType.RGB);
    }

    /** The same in shades of grey, a byte for a pixel. */
    Optional<BufferedImage> greyPicture(byte[] content, String mediaType, int page) {
        return picture(content, mediaType, page, DPI, ImageType.GRAY);
    }

    private Optional<BufferedImage> picture(byte[] content, String mediaType, int page, int dpi, ImageType colours) {
        turns.acquireUninterruptibly();
        try {
            return Optional.of(
                    PDF.equals(mediaType)
                            ? pdfPage(content, page, dpi, colours)
                            : imageFile(content, mediaType, page, colours));
        } catch (Problem noPage) {
            throw noPage;
        } catch (IOException | RuntimeException damaged) {
            LOG.info(
                    "page {} of a paper cannot be drawn: {}",
                    page,
                    damaged.getClass().getSimpleName());
            return Optional.empty();
        } finally {
            turns.release();
        }
    }

    /** Number of pages; 1 for a picture. */
    public int pages(byte[] content, String mediaType) {
        if (!PDF.equals(mediaType)) {
            return 1;
        }
        try (PDDocument document = Loader.loadPDF(content)) {
            return document.getNumberOfPages();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] drawn(byte[] content, String mediaType, int page, int dpi) {
        BufferedImage image = picture(content, mediaType, page, dpi, ImageType.RGB)
                .orElseThrow(() -> Problem.invalid("page", "document.page-unreadable", page));
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", png);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return png.toByteArray();
    }

    private static BufferedImage pdfPage(byte[] content, int page, int dpi, ImageType colours) throws IOException {
        try (PDDocument document = Loader.loadPDF(content)) {
            requirePage(page, document.getNumberOfPages());
            PDRectangle box = document.getPage(page - 1).getCropBox();
            float longest = Math.max(box.getWidth(), box.getHeight()) / POINTS_PER_INCH;
            PDFRenderer renderer = new PDFRenderer(document);
            renderer.setSubsamplingAllowed(true);
            return renderer.renderImageWithDPI(page - 1, Math.min(dpi, LONGEST_SIDE / longest), colours);
        }
    }

    private static BufferedImage imageFile(byte[] content, String mediaType, int page, ImageType colours)
            throws IOException {
        requirePage(page, 1);
        Iterator<ImageReader> readers = ImageIO.getImageReadersByMIMEType(mediaType);
        if (!readers.hasNext()) {
            throw Problem.notFound("document.no-page");
        }
        ImageReader reader = readers.next();
        try (MemoryCacheImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(content))) {
            reader.setInput(in, true, true);
            int longest = Math.max(reader.getWidth(0), reader.getHeight(0));
            ImageReadParam thin = reader.getDefaultReadParam();
            int step = Math.max(1, longest / LONGEST_SIDE);
            thin.setSourceSubsampling(step, step, 0, 0);
            return fitted(reader.read(0, thin), colours);
        } finally {
            reader.dispose();
        }
    }

    /** On white, because a scan with transparent parts would be unreadable on a dark page. */
    private static BufferedImage fitted(BufferedImage image, ImageType colours) {
        double scale = Math.min(1.0, (double) LONGEST_SIDE / Math.max(image.getWidth(), image.getHeight()));
        int width = Math.max(1, (int) (image.getWidth() * scale));
        int height = Math.max(1, (int) (image.getHeight() * scale));
        int type = colours == ImageType.GRAY ? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_INT_RGB;
        BufferedImage fitted = new BufferedImage(width, height, type);
        Graphics2D graphics = fitted.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(image, 0, 0, width, height, Color.WHITE, null);
        graphics.dispose();
        return fitted;
    }

    private static void requirePage(int page, int pages) {
        if (page < 1 || page > pages) {
            throw Problem.notFound("document.no-page");
        }
    }

    static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
