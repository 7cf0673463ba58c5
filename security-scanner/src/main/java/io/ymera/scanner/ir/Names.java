package io.ymera.scanner.ir;

/** What a front end may ask about the world outside of the file it reads. */
public interface Names {

    /** Whether the code base or a model has a type of this full name: decides what {@code import java.util.*} means for {@code List}. */
    boolean isType(String name);

    /** Whether the code base has a file of this path: decides what {@code require('./x')} means. */
    boolean isFile(String path);
}
