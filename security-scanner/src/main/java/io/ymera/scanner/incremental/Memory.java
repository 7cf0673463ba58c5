package io.ymera.scanner.incremental;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All that is remembered of the files of one language.
 *
 * @param paths of all files of the code base, of whatever language
 * @param settings what files of properties said
 * @param files in the order of their paths
 * @param tasks in the order in which they were done
 * @param whole whether these are all that were done
 */
public record Memory(
        Set<String> paths,
        Map<String, String> settings,
        List<FileRecord> files,
        List<TaskRecord> tasks,
        boolean whole) {

    /** Of nothing. */
    public static final Memory NONE = new Memory(Set.of(), Map.of(), List.of(), List.of(), false);
}
