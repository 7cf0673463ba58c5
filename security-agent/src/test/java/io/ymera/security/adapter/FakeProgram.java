package io.ymera.security.adapter;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A shell script that stands where another scanner would: it writes a recorded log, to standard output or to the file that comes after
 * {@code --report-path}. It scans nothing.
 */
public final class FakeProgram {

    private FakeProgram() {}

    /** One that says what the tool said once. */
    public static Path saying(String tool, Path folder) throws IOException {
        return script(tool, """
                report=
                while [ $# -gt 0 ]; do
                    [ "$1" != --report-path ] || report=$2
                    shift
                done
                [ -z "$report" ] || exec >"$report"
                cat <<'LOG'
                %s
                LOG
                """.formatted(Recorded.log(tool)), folder);
    }

    /** One that does this. */
    public static Path script(String tool, String script, Path folder) throws IOException {
        Path program =
                Files.writeString(Files.createTempDirectory(folder, "program").resolve(tool), "#!/bin/sh\n" + script);
        if (!program.toFile().setExecutable(true, false)) {
            throw new IOException("It can't be made executable");
        }
        return program;
    }
}
