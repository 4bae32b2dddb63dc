package org.keyway.ukey.soft;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Semaphore;
import org.keyway.ukey.TokenException;

/** Holds a soft token for one user at a time: of all threads by a semaphore, of all processes by a file lock. */
final class Plug {

    private static final ConcurrentMap<Path, Semaphore> HELD = new ConcurrentHashMap<>();

    private final Semaphore threads;
    private final FileChannel channel;
    private final FileLock processes;

    private Plug(Semaphore threads, FileChannel channel, FileLock processes) {
        this.threads = threads;
        this.channel = channel;
        this.processes = processes;
    }

    /** Waits until nobody else holds it. */
    static Plug in(Path file) {
        Semaphore threads = HELD.computeIfAbsent(file.toAbsolutePath().normalize(), any -> new Semaphore(1));
        threads.acquireUninterruptibly();
        try {
            Path lock = file.resolveSibling(file.getFileName() + ".lock");
            Files.createDirectories(lock.getParent());
            FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            return new Plug(threads, channel, channel.lock());
        } catch (IOException e) {
            threads.release();
            throw new TokenException(TokenException.Code.IO);
        }
    }

    void out() {
        try {
            processes.release();
            channel.close();
        } catch (IOException e) {
            throw new TokenException(TokenException.Code.IO);
        } finally {
            threads.release();
        }
    }
}
