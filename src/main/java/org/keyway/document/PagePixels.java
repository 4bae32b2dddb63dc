package org.keyway.document;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.Arrays;

/** The brightness of a page, and what can be told from it. */
record PagePixels(int width, int height, int[] brightness) {

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
        int width = image.getWidth() / step;
        int height = image.getHeight() / step;
        int[] brightness = new int[width * height];
        int[] pixels = pixels(image);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                brightness[y * width + x] =
                        average(pixels, y * step * image.getWidth() + x * step, step, image.getWidth());
            }
        }
        return new PagePixels(width, height, brightness);
    }

    /** The picture's own memory where it has one of this kind: asking pixel by pixel is many times dearer. */
    private static int[] pixels(BufferedImage image) {
        if (image.getType() == BufferedImage.TYPE_INT_RGB
                && image.getRaster().getDataBuffer() instanceof DataBufferInt own) {
            return own.getData();
        }
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }

    private static int average(int[] pixels, int at, int step, int width) {
        int sum = 0;
        for (int y = 0; y < step; y++) {
            for (int x = 0; x < step; x++) {
                int rgb = pixels[at + y * width + x];
                sum += (299 * (rgb >> 16 & 255) + 587 * (rgb >> 8 & 255) + 114 * (rgb & 255)) / 1000;
            }
        }
        return sum / (step * step);
    }

    /** Too few pixels to read small print. */
    boolean isSmall() {
        return Math.max(width, height) < LONG_SIDE || Math.min(width, height) < SHORT_SIDE;
    }

    /** Hardly anything differs from the colour of the paper; shadows at the edges do not count. */
    boolean isBlank() {
        int across = width / MARGIN;
        int down = height / MARGIN;
        int paper = median();
        long ink = 0;
        for (int y = down; y < height - down; y++) {
            for (int x = across; x < width - across; x++) {
                ink += Math.abs(brightness[y * width + x] - paper) > INK ? 1 : 0;
            }
        }
        return ink < LEAST_INK * width * height;
    }

    /**
     * Even the sharpest parts have soft edges: the variance of the Laplacian over the variance of brightness, tile by
     * tile, so that neither the amount of text nor the contrast of the scan matters.
     */
    boolean isBlurred() {
        double[] sharpness = new double[(width / TILE) * (height / TILE)];
        int tiles = 0;
        for (int top = 1; top + TILE < height; top += TILE) {
            for (int left = 1; left + TILE < width; left += TILE) {
                double value = sharpness(left, top);
                if (value >= 0) {
                    sharpness[tiles++] = value;
                }
            }
        }
        Arrays.sort(sharpness, 0, tiles);
        return tiles > 0 && sharpness[tiles * 9 / 10] < SHARP;
    }

    /** Of one tile; negative when there is nothing on it. */
    private double sharpness(int left, int top) {
        Spread light = new Spread();
        Spread edges = new Spread();
        for (int y = top; y < top + TILE; y++) {
            for (int x = left; x < left + TILE; x++) {
                int at = y * width + x;
                light.add(brightness[at]);
                edges.add(brightness[at - 1]
                        + brightness[at + 1]
                        + brightness[at - width]
                        + brightness[at + width]
                        - 4 * brightness[at]);
            }
        }
        return light.variance() < CONTRAST ? -1 : edges.variance() / light.variance();
    }

    private int median() {
        int[] counts = new int[256];
        for (int value : brightness) {
            counts[value]++;
        }
        int seen = 0;
        int value = -1;
        while (seen <= brightness.length / 2 && value < 255) {
            seen += counts[++value];
        }
        return value;
    }

    /** Collects values for their variance. */
    private static final class Spread {
        private long sum;
        private long squares;

        void add(int value) {
            sum += value;
            squares += (long) value * value;
        }

        double variance() {
            double count = (double) TILE * TILE;
            double mean = sum / count;
            return squares / count - mean * mean;
        }
    }
}
