package io.ymera.scanner.finding;

import org.jspecify.annotations.Nullable;

/**
 * What a reader of a report should know because it was not, or not wholly, looked at.
 *
 * @param path of the file, or null if it is about all
 * @param text one sentence
 */
public record Note(@Nullable String path, String text) {}
