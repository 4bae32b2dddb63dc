package org.keyway.document;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PushbackInputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.InflaterInputStream;

/**
 * Unpacks every Flate stream of a PDF (ISO 32000-1, 7.4.4) into nothing before a library unpacks one into memory, so
 * that a compression bomb is refused for what it is, also when it is packed several times over.
 */
final class StreamBudget {

    private static final long MOST_STRUCTURE = 64L << 20;
    private static final long MOST_IMAGE = 320L << 20;
    private static final long MOST_IN_ALL = 1L << 30;
    private static final int DEEPEST = 4;
    private static final int DICTIONARY = 2048;

    private final byte[] file;
    private final String text;
    private long structure;
    private long all;

    private StreamBudget(byte[] file) {
        this.file = file;
        text = new String(file, StandardCharsets.ISO_8859_1);
    }

    static boolean isExceeded(byte[] file) {
        return new StreamBudget(file).exceeded();
    }

    private boolean exceeded() {
        for (int at = text.indexOf("stream"); at >= 0; at = text.indexOf("stream", at + 6)) {
            int start = at + 6;
            while (start < file.length && (file[start] == '\r' || file[start] == '\n' || file[start] == ' ')) {
                start++;
            }
            if (!text.startsWith("end", Math.max(0, at - 3)) && exceeded(start, isImage(at))) {
                return true;
            }
        }
        return false;
    }

    private boolean isImage(int stream) {
        int from = Math.max(Math.max(0, stream - DICTIONARY), text.lastIndexOf("obj", stream));
        return text.substring(from, stream).contains("/Image");
    }

    private boolean exceeded(int start, boolean image) {
        InputStream packed = new ByteArrayInputStream(file, start, file.length - start);
        try {
            drain(packed, DEEPEST, image);
        } catch (OverBudget e) {
            return true;
        } catch (IOException e) {
            return false;
        }
        return false;
    }

    private void drain(InputStream in, int depth, boolean image) throws IOException {
        PushbackInputStream peek = new PushbackInputStream(in, 2);
        byte[] head = peek.readNBytes(2);
        peek.unread(head);
        boolean zlib = head.length == 2 && (head[0] & 0x0F) == 8 && ((head[0] & 0xFF) << 8 | head[1] & 0xFF) % 31 == 0;
        if (zlib && depth == 0) {
            throw new OverBudget();
        }
        if (zlib) {
            try {
                drain(new Counted(new InflaterInputStream(peek), image), depth - 1, image);
            } catch (OverBudget e) {
                throw e;
            } catch (IOException e) {
                // looked like one more layer and was none
            }
        }
        if (depth < DEEPEST) {
            peek.transferTo(OutputStream.nullOutputStream());
        }
    }

    /** Counts one layer's output against all budgets. */
    private final class Counted extends FilterInputStream {

        private final boolean image;
        private long own;

        Counted(InputStream in, boolean image) {
            super(in);
            this.image = image;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int read = super.read(target, offset, length);
            if (read > 0) {
                own += read;
                all += read;
                structure += image ? 0 : read;
            }
            if (own > MOST_IMAGE || structure > MOST_STRUCTURE || all > MOST_IN_ALL) {
                throw new OverBudget();
            }
            return read;
        }
    }

    private static final class OverBudget extends IOException {}
}
