package io.ymera.codebase.lab;

import io.ymera.sandbox.Exit;

/**
 * What a tool wrote, and how it ended.
 *
 * @param exit how it ended
 * @param stdout all of its standard output, as UTF-8
 * @param stderr the end of its standard error
 */
public record Captured(Exit exit, String stdout, String stderr) {}
