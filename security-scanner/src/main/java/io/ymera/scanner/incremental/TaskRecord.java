package io.ymera.scanner.incremental;

import io.ymera.scanner.finding.Finding;
import io.ymera.scanner.finding.Note;
import java.util.List;
import java.util.Map;

/**
 * What came of interpreting a file, and all that it depended on: who finds the same of that, finds the same.
 *
 * @param path of the file
 * @param pass the first or the second
 * @param files that were looked into, this one among them
 * @param asked names that were looked up, whether there was something or not
 * @param read by field, a hash of what it held before
 * @param written by field, what it held afterwards, where that is more
 */
public record TaskRecord(
        String path,
        int pass,
        List<String> files,
        Hashes asked,
        Map<String, String> read,
        Map<String, List<Flow>> written,
        List<Finding> findings,
        List<Note> notes) {}
