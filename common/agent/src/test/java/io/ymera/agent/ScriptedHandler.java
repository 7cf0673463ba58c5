package io.ymera.agent;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** Ends as its parameters say, so that tests can see what the kit makes of it. */
@Capability(value = "scripted", description = "Ends as told")
final class ScriptedHandler implements TaskHandler<ScriptedHandler.Script, ScriptedHandler.Outcome> {

    static final AtomicInteger INTERRUPTED = new AtomicInteger();
    static final BlockingQueue<Path> WORKSPACES = new LinkedBlockingQueue<>();

    @RegisterForReflection
    record Script(String ending) {}

    @RegisterForReflection
    record Outcome(String text) {}

    @Override
    public Outcome handle(Script script, TaskContext context) throws TaskFailedException, InterruptedException {
        context.progress(0.5, "half");
        return switch (script.ending()) {
            case "wait" -> waitForever();
            case "spin" -> spin(context);
            case "fall silent" -> {
                context.progress(0.9, "the last that is said");
                yield waitForever();
            }
            case "throw" -> throw new IllegalStateException("a secret detail");
            case "overflow" -> new Outcome(String.valueOf(recurse(0)));
            case "give up" -> throw TaskFailedException.permanent("no_use", "It can't be done");
            case "much" -> new Outcome("☃".repeat(200_000));
            case "a long story" -> {
                context.progress(1, "x".repeat(2_000_000));
                throw TaskFailedException.permanent("long_story", "x".repeat(2_000_000));
            }
            case "too much" -> new Outcome("x".repeat(9 * 1024 * 1024));
            case "use the workspace" -> {
                WORKSPACES.add(context.workspace());
                yield new Outcome(String.valueOf(Files.isDirectory(context.workspace())));
            }
            default -> new Outcome(script.ending());
        };
    }

    private static Outcome waitForever() throws InterruptedException {
        try {
            new CountDownLatch(1).await();
            throw new IllegalStateException("Nobody counts down");
        } catch (InterruptedException e) {
            INTERRUPTED.incrementAndGet();
            throw e;
        }
    }

    /** Never blocks, so that an interrupt alone would not end it. */
    private static Outcome spin(TaskContext context) throws InterruptedException {
        try {
            while (true) {
                context.checkCancelled();
                Thread.onSpinWait();
            }
        } finally {
            INTERRUPTED.incrementAndGet();
        }
    }

    private static long recurse(long depth) {
        return depth < 0 ? depth : recurse(depth + 1) + 1;
    }
}
