package org.keyway.order.material.folder;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.keyway.order.material.FileStore;
import org.keyway.shared.KeywayProperties;
import org.springframework.stereotype.Component;

/** Keeps each file as {@code files/ab/cd/<sha256>} under the data folder; temporary files are in {@code files/tmp}. */
@Component
final class FolderFileStore implements FileStore {

    private final Path root;
    private final Path temporary;

    FolderFileStore(KeywayProperties properties) {
        root = properties.dataDir().resolve("files");
        temporary = root.resolve("tmp");
    }

    @Override
    public Staged stage(InputStream content, long maxBytes) throws IOException {
        Files.createDirectories(temporary);
        Path file = Files.createTempFile(temporary, "upload", ".part");
        try {
            return StagedFile.write(file, content, maxBytes, this::pathOf);
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    @Override
    public byte[] read(String sha256) {
        try {
            byte[] content = Files.readAllBytes(pathOf(sha256));
            if (!StagedFile.digest(content).equals(sha256)) {
                throw new IllegalStateException("stored file is damaged: " + sha256);
            }
            return content;
        } catch (NoSuchFileException e) {
            throw new IllegalStateException("stored file is missing: " + sha256, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path pathOf(String sha256) {
        if (!sha256.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("not a SHA-256");
        }
        return root.resolve(sha256.substring(0, 2))
                .resolve(sha256.substring(2, 4))
                .resolve(sha256);
    }
}
