package io.ymera.local.platform;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;

/** Lets one program at a time start or stop the platform. The operating system frees it however the program ends. */
public final class PlatformLock implements AutoCloseable {

    private final FileChannel channel;

    private PlatformLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Takes the lock, or waits for it.
     *
     * @param home the platform's folder
     * @param waiting is told the pid of the program that has the lock, if there is one
     * @throws IOException if the folder cannot be written
     */
    public static PlatformLock take(Path home, Consumer<String> waiting) throws IOException {
        Files.createDirectories(home);
        Path file = home.resolve("lock");
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock();
        if (lock == null) {
            waiting.accept(Files.readString(file).strip());
            channel.lock();
        }
        channel.truncate(0);
        channel.write(
                ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)), 0);
        return new PlatformLock(channel);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
