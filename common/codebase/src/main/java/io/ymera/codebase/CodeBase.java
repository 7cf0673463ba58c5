package io.ymera.codebase;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The part that all requests have in common: the code, as files or as an archive, one of the two. */
public interface CodeBase {

    /** Its files; empty where there is an archive. */
    List<SourceFile> files();

    /** All of it in one file. */
    @Nullable
    Archive archive();
}
