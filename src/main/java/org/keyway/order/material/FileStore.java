package org.keyway.order.material;

import java.io.IOException;
import java.io.InputStream;

/** Where bytes live: addressed by their SHA-256, written once, never changed. */
public interface FileStore {

    /** Reads a stream to its end into a temporary place; more than {@code maxBytes} is a {@link TooLarge}. */
    Staged stage(InputStream content, long maxBytes) throws IOException;

    /** The bytes of a digest, verified against it; missing or damaged bytes are an IllegalStateException. */
    byte[] read(String sha256);

    /** Bytes that arrived but do not count yet: kept on request, otherwise gone on close. */
    interface Staged extends AutoCloseable {

        String sha256();

        long size();

        byte[] content();

        /** Makes them durable under their digest before it returns. */
        void keep();

        @Override
        void close();
    }

    /** The stream was longer than allowed. */
    final class TooLarge extends IOException {

        public TooLarge(long maxBytes) {
            super("more than " + maxBytes + " bytes");
        }
    }
}
