package org.keyway.document;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The pictures that were looked at last, up to a number of bytes. */
final class PictureCache {

    private final long mostBytes;
    private final Map<String, byte[]> pictures = new LinkedHashMap<>(16, 0.75f, true);
    private long bytes;

    PictureCache(long mostBytes) {
        this.mostBytes = mostBytes;
    }

    synchronized Optional<byte[]> get(String key) {
        return Optional.ofNullable(pictures.get(key)).map(byte[]::clone);
    }

    synchronized void put(String key, byte[] picture) {
        byte[] older = pictures.put(key, picture.clone());
        bytes += picture.length - (older == null ? 0 : older.length);
        for (Iterator<byte[]> eldest = pictures.values().iterator(); bytes > mostBytes && eldest.hasNext(); ) {
            bytes -= eldest.next().length;
            eldest.remove();
        }
    }
}
