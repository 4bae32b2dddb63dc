package org.keyway.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** How far the time in a house is ahead of ours; kept in its folder, so that it goes on in a run that is taken up again. */
final class Ahead {

    private final Path file;
    private volatile long millis;

    Ahead(Path folder) throws IOException {
        file = folder.resolve("ahead.txt");
        millis = Files.exists(file) ? Long.parseLong(Files.readString(file).strip()) : Workday.ahead();
    }

    long millis() {
        return millis;
    }

    void goOn(long more) {
        millis += more;
        try {
            Files.writeString(file, Long.toString(millis));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
