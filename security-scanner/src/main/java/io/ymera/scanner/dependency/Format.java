package io.ymera.scanner.dependency;

import io.ymera.scanner.source.SourceFile;

/** Knows one family of files. One of each is made per scan; they may keep what they read until {@link #finish}. */
interface Format {

    /** Whether a file of this name is one of its. */
    boolean reads(String name);

    /** Reads it. May throw {@link TreeReader.Unreadable}. */
    void read(SourceFile file, Gathered into);

    /** After all files, for what needs several of them. */
    default void finish(Gathered into) {}
}
