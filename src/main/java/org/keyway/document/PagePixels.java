package org.keyway.document;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;

/** The brightness of a page, and what can be told from it. */
record PagePixels(int width, int height, byte[] brightness) {

    private static final int GLANCE = 1600;
    private static final int LONG_SIDE = 600;
    private static final int SHORT_SIDE = 350;
    private static final int INK = 40;
    private static final double LEAST_INK = 0.0004;
    private static final int MARGIN = 25;
    private static final int TILE = 32;
    private static final double CONTRAST = 150;
    private static final double SHARP = 0.06;

    /** Large pages are averaged down to what a reviewer sees at a glance: grain and lens are no fault of theirs. */
    static PagePixels of(BufferedImage image) {
        int step = (Math.max(image.getWidth(), image.getHeight()) + GLANCE - 1) / GLANCE;
        byte[] pixels = pixels(image);
        if (step == 1) {
            return new PagePixels(image.getWidth(), image.getHeight(), pixels);
        }
        int width = image.getWidth() / step;
        int height = image.getHeight() / step;
        byte[] brightness = new byte[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                brightness[y * width + x] =
                        average(pixels, y * step * image.getWidth() + x * step, step, image.getWidth());
            }
        }
        return new PagePixels(width, height, brightness);
    }

    /** The picture's own memory, of a grey copy when it has colours. */
    private static byte[] pixels(BufferedImage image) {
        if (image.getType() == BufferedImage.TYPE_BYTE_GRAY) {
            return ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        }
        BufferedImage grey = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = grey.createGraphics();
        graphics.drawImage(image, 0, 0, null);
        graphics.dispose();
        return pixels(grey);
    }

    private static byte average(byte[] pixels, int at, int step, int width) {
        int sum = 0;
        for (int y = 0; y < step; y++) {
            for (int x = 0; x < step; x++) {
                sum += pixels[at + y * width + x] & 255;
            }
        }
        return (byte) (sum / (step * step));
    }

    /** Too few pixels to read small print. */
    boolean isSmall() {
        return Math.max(width, height) < LONG_SIDE || Math.min(width, height) < SHORT_SIDE;
    }

    /** Hardly anything differs from the colour of the paper; shadows at the edges do not count. */
    boolean isBlank() {
        int[] counts = new int[256];
        int seen = 0;
        for (int y = height / MARGIN; y < height - height / MARGIN; y++) {
            for (int x = width / MARGIN; x < width - width / MARGIN; x++) {
                counts[at(y * width + x)]++;
                seen++;
            }
        }
        int paper = median(counts, seen);
        long ink = 0;
        for (int value = 0; value < counts.length; value++) {
            ink += Math.abs(value - paper) > INK ? counts[value] : 0;
        }
        return ink < LEAST_INK * width * height;
    }

    private static int median(int[] counts, int all) {
        int seen = 0;
        int value = -1;
        while (seen <= all / 2 && value < 255) {
            seen += counts[++value];
        }
        return value;
    }

    /**
     * Even the sharpest parts have soft edges: the variance of the Laplacian over the variance of brightness, tile by
     * tile, so that neither the amount of text nor the contrast of the scan matters.
     */
    boolean isBlurred() {
        int tiles = 0;
        int soft = 0;
        for (int top = 1; top + TILE < height; top += TILE) {
            for (int left = 1; left + TILE < width; left += TILE) {
                double value = sharpness(left, top);
                if (value >= 0) {
                    tiles++;
                    soft += value < SHARP ? 1 : 0;
                }
            }
        }
        return soft > tiles * 9 / 10;
    }

    /** Of one tile; negative when there is nothing on it. The sums of squares of a tile stay below 2^31. */
    private double sharpness(int left, int top) {
        int light = 0;
        int lightSquares = 0;
        int edges = 0;
        int edgeSquares = 0;
        for (int y = top; y < top + TILE; y++) {
            for (int here = y * width + left; here < y * width + left + TILE; here++) {
                int value = at(here);
                int edge = at(here - 1) + at(here + 1) + at(here - width) + at(here + width) - 4 * value;
                light += value;
                lightSquares += value * value;
                edges += edge;
                edgeSquares += edge * edge;
            }
        }
        double contrast = variance(light, lightSquares);
        return contrast < CONTRAST ? -1 : variance(edges, edgeSquares) / contrast;
    }

    private static double variance(int sum, int squares) {
        double count = (double) TILE * TILE;
        return squares / count - sum / count * (sum / count);
    }

    private int at(int index) {
        return brightness[index] & 255;
    }
}
