package io.ymera.codebase.python;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A Python that tests can be run with, as it describes itself.
 *
 * @param executable the interpreter itself, no launcher such as pyenv's
 * @param readOnly the folders that it needs
 * @param version for example 3.11.7
 * @param userBase where its user installs packages, if there are any
 * @param pytest pytest's version, if it is installed
 */
@RegisterForReflection
public record Interpreter(
        @JsonProperty(required = true) Path executable,
        @JsonProperty(required = true) List<Path> readOnly,
        @JsonProperty(required = true) String version,
        @Nullable Path userBase,
        @Nullable String pytest) {

    /** Whether pytest is installed for it. */
    public boolean hasPytest() {
        return pytest != null;
    }

    /** What the interpreter's process needs, whatever it runs. */
    public Map<String, String> environment() {
        Map<String, String> environment = new TreeMap<>(Map.of(
                "PATH", executable.getParent() + ":/usr/local/bin:/usr/bin:/bin",
                "HOME", "/tmp",
                "LANG", "C.UTF-8",
                "PYTHONDONTWRITEBYTECODE", "1",
                "PYTHONUNBUFFERED", "1",
                "PYTHONFAULTHANDLER", "1"));
        Optional.ofNullable(userBase).ifPresent(base -> environment.put("PYTHONUSERBASE", base.toString()));
        return environment;
    }

    @Override
    public String toString() {
        return "Python " + version + " (" + executable + ") "
                + (pytest == null ? "without pytest" : "with pytest " + pytest);
    }
}
