package org.keyway.document;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** Where on a scanned page a red seal is: the largest group of red dots that has the size and shape of one. */
record SealScan(BufferedImage page, Rectangle box) {

    /** Red by this much more than green and blue counts as ink, by that much as full ink. */
    private static final int FAINT = 25;

    private static final int INK = 50;
    private static final int FULL = 120;
    /** Dots that belong together lie at most two cells apart. */
    private static final int CELL = 8;

    private static final int SMALLEST = 90;
    private static final double NARROWEST = 0.75;
    private static final double THINNEST = 0.04;
    private static final double FULLEST = 0.65;

    static Optional<SealScan> of(BufferedImage page) {
        int across = page.getWidth() / CELL + 1;
        int down = page.getHeight() / CELL + 1;
        int[] cells = cells(page, across, down);
        Rectangle best = null;
        int most = 0;
        for (int start = 0; start < cells.length; start++) {
            if (cells[start] > 1) {
                int[] found = group(cells, start, across, down);
                if (found[4] > most) {
                    most = found[4];
                    best = new Rectangle(
                            found[0] * CELL,
                            found[1] * CELL,
                            (found[2] - found[0] + 1) * CELL,
                            (found[3] - found[1] + 1) * CELL);
                }
            }
        }
        return best == null || !isSeal(best, most)
                ? Optional.empty()
                : Optional.of(
                        new SealScan(page, best.intersection(page.getRaster().getBounds())));
    }

    private static boolean isSeal(Rectangle box, int red) {
        double shape = (double) Math.min(box.width, box.height) / Math.max(box.width, box.height);
        double share = red / ((double) box.width * box.height);
        return Math.min(box.width, box.height) >= SMALLEST
                && shape >= NARROWEST
                && share >= THINNEST
                && share <= FULLEST;
    }

    /** Red dots per cell. */
    private static int[] cells(BufferedImage page, int across, int down) {
        int[] cells = new int[across * down];
        for (int y = 0; y < page.getHeight(); y++) {
            for (int x = 0; x < page.getWidth(); x++) {
                if (redness(page.getRGB(x, y)) >= INK) {
                    cells[y / CELL * across + x / CELL]++;
                }
            }
        }
        return cells;
    }

    /** Left, top, right, bottom in cells and the number of dots; the cells of the group are emptied. */
    private static int[] group(int[] cells, int start, int across, int down) {
        int[] found = {across, down, 0, 0, 0};
        Deque<Integer> open = new ArrayDeque<>();
        open.add(start);
        while (!open.isEmpty()) {
            int cell = open.remove();
            if (cells[cell] <= 1) {
                continue;
            }
            int x = cell % across;
            int y = cell / across;
            found[0] = Math.min(found[0], x);
            found[1] = Math.min(found[1], y);
            found[2] = Math.max(found[2], x);
            found[3] = Math.max(found[3], y);
            found[4] += cells[cell];
            cells[cell] = 0;
            for (int dy = Math.max(0, y - 2); dy <= Math.min(down - 1, y + 2); dy++) {
                for (int dx = Math.max(0, x - 2); dx <= Math.min(across - 1, x + 2); dx++) {
                    open.add(dy * across + dx);
                }
            }
        }
        return found;
    }

    /** The box, made square, at this size; the alpha channel says how much ink. */
    BufferedImage picture(int size) {
        double side = Math.max(box.width, box.height) * 1.02;
        double left = box.getCenterX() - side / 2;
        double top = box.getCenterY() - side / 2;
        BufferedImage picture = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
        for (int y = 0; y < size; y++) {
            for (int x = 0; x < size; x++) {
                double ink = ink(left + (x + 0.5) * side / size - 0.5, top + (y + 0.5) * side / size - 0.5);
                int alpha = (int) Math.max(0, Math.min(255, (ink - FAINT) * 255 / (FULL - FAINT)));
                picture.setRGB(x, y, alpha << 24 | 0xD81E1E);
            }
        }
        return picture;
    }

    /** Between the four dots around. */
    private double ink(double x, double y) {
        int x0 = (int) Math.floor(x);
        int y0 = (int) Math.floor(y);
        double right = x - x0;
        double lower = y - y0;
        return (at(x0, y0) * (1 - right) + at(x0 + 1, y0) * right) * (1 - lower)
                + (at(x0, y0 + 1) * (1 - right) + at(x0 + 1, y0 + 1) * right) * lower;
    }

    private int at(int x, int y) {
        boolean inside = box.contains(x, y);
        return inside ? redness(page.getRGB(x, y)) : 0;
    }

    private static int redness(int rgb) {
        int red = rgb >> 16 & 0xFF;
        return Math.max(0, red - Math.max(rgb >> 8 & 0xFF, rgb & 0xFF));
    }
}
