package org.keyway.order.material.folder;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Function;
import org.keyway.order.material.FileStore;

/** A temporary file that becomes a stored one by an atomic move after it was forced to disk. */
final class StagedFile implements FileStore.Staged {

    private static final int BLOCK = 64 * 1024;

    private final Path file;
    private final long size;
    private final String sha256;
    private final Path target;

    private StagedFile(Path file, long size, String sha256, Path target) {
        this.file = file;
        this.size = size;
        this.sha256 = sha256;
        this.target = target;
    }

    static StagedFile write(Path file, InputStream content, long maxBytes, Function<String, Path> paths)
            throws IOException {
        MessageDigest digest = sha256Digest();
        long size = 0;
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            byte[] block = new byte[BLOCK];
            for (int read = content.read(block); read >= 0; read = content.read(block)) {
                size += read;
                if (size > maxBytes) {
                    throw new FileStore.TooLarge(maxBytes);
                }
                digest.update(block, 0, read);
                for (ByteBuffer rest = ByteBuffer.wrap(block, 0, read); rest.hasRemaining(); ) {
                    channel.write(rest);
                }
            }
            channel.force(true);
        }
        String sha256 = HexFormat.of().formatHex(digest.digest());
        return new StagedFile(file, size, sha256, paths.apply(sha256));
    }

    static String digest(byte[] content) {
        return HexFormat.of().formatHex(sha256Digest().digest(content));
    }

    @Override
    public String sha256() {
        return sha256;
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public byte[] content() {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void keep() {
        try {
            Files.createDirectories(target.getParent());
            Files.move(file, target, StandardCopyOption.ATOMIC_MOVE);
            forceFolder(target.getParent());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The move itself must survive a power cut; where folders cannot be opened, the file system sees to it. */
    private static void forceFolder(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            // Windows refuses to open a folder
        }
    }

    private static MessageDigest sha256Digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
