package io.ymera.sandbox;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;

/** Keeps a program's output and tells when the first of it has come. */
final class Captured implements OutputListener {

    final CountDownLatch started = new CountDownLatch(1);
    private final ByteArrayOutputStream stdout = new ByteArrayOutputStream();
    private final ByteArrayOutputStream stderr = new ByteArrayOutputStream();

    @Override
    public synchronized void stdout(byte[] bytes) {
        stdout.writeBytes(bytes);
        started.countDown();
    }

    @Override
    public synchronized void stderr(byte[] bytes) {
        stderr.writeBytes(bytes);
    }

    synchronized String out() {
        return stdout.toString(StandardCharsets.UTF_8).strip();
    }

    synchronized String err() {
        return stderr.toString(StandardCharsets.UTF_8).strip();
    }

    synchronized int size() {
        return stdout.size() + stderr.size();
    }
}
