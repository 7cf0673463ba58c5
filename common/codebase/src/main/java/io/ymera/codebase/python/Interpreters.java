package io.ymera.codebase.python;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ymera.codebase.lab.Resources;
import io.ymera.codebase.lab.Tail;
import io.ymera.contracts.Json;
import io.ymera.sandbox.Command;
import io.ymera.sandbox.Exit;
import io.ymera.sandbox.Limits;
import io.ymera.sandbox.OutputListener;
import io.ymera.sandbox.Sandbox;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * Finds the Python to run tests with: the first one with pytest, or else the first one that works. One works if it can say
 * what it is, first outside the sandbox, because only there a launcher such as pyenv's leads to the interpreter, then inside.
 */
final class Interpreters {

    private static final Logger LOG = Logger.getLogger(Interpreters.class);
    private static final String DESCRIBE = Resources.text(Interpreters.class, "describe_python.py");
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final ObjectMapper json = Json.mapper();
    private final Sandbox sandbox;

    Interpreters(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    /**
     * Looks for one.
     *
     * @param wanted the only one to consider
     * @throws InterruptedException if interrupted meanwhile
     */
    Optional<Interpreter> find(Optional<Path> wanted) throws InterruptedException {
        Map<Path, Interpreter> usable = new LinkedHashMap<>();
        for (Path candidate : wanted.map(List::of).orElseGet(Interpreters::candidates)) {
            try {
                Interpreter interpreter = describe(candidate);
                if (!usable.containsKey(interpreter.executable())) {
                    usable.put(interpreter.executable(), describeConfined(interpreter));
                }
            } catch (IOException | IllegalArgumentException e) {
                LOG.infof("%s can't be used to run tests: %s", candidate, e.getMessage());
            }
        }
        return usable.values().stream()
                .filter(Interpreter::hasPytest)
                .findFirst()
                .or(() -> usable.values().stream().findFirst());
    }

    private static List<Path> candidates() {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Stream.concat(Arrays.stream(path.split(":")), Stream.of("/usr/local/bin", "/usr/bin"))
                .filter(folder -> folder.startsWith("/"))
                .map(folder -> Path.of(folder, "python3"))
                .filter(Files::isExecutable)
                .distinct()
                .toList();
    }

    private Interpreter describe(Path python) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(python.toString(), "-c", DESCRIBE)
                .directory(Path.of("/").toFile())
                .redirectInput(Path.of("/dev/null").toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (InputStream output = process.getInputStream()) {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new IOException("it did not answer in " + PATIENCE.toSeconds() + " s");
            }
            if (process.exitValue() != 0) {
                throw new IOException("it ended with status " + process.exitValue());
            }
            return parse(new String(output.readAllBytes(), StandardCharsets.UTF_8));
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private Interpreter describeConfined(Interpreter interpreter) throws IOException, InterruptedException {
        Path workspace = Files.createTempDirectory("ymera-python");
        try {
            List<String> stdout = new ArrayList<>();
            Tail stderr = new Tail(2000);
            Exit exit = sandbox.run(
                    new Command(
                            List.of(interpreter.executable().toString(), "-c", DESCRIBE),
                            workspace,
                            interpreter.readOnly(),
                            interpreter.environment(),
                            Limits.defaults().withWallTime(PATIENCE)),
                    new OutputListener() {
                        @Override
                        public void stdout(byte[] bytes) {
                            stdout.add(new String(bytes, StandardCharsets.UTF_8));
                        }

                        @Override
                        public void stderr(byte[] bytes) {
                            stderr.append(bytes);
                        }
                    });
            if (!exit.success()) {
                throw new IOException("in the sandbox it ended with " + exit + ": " + stderr);
            }
            Interpreter inside = parse(String.join("", stdout));
            return new Interpreter(
                    interpreter.executable(),
                    interpreter.readOnly(),
                    inside.version(),
                    interpreter.userBase(),
                    inside.pytest());
        } finally {
            Files.deleteIfExists(workspace);
        }
    }

    private Interpreter parse(String description) throws JsonProcessingException {
        return json.readValue(description, Interpreter.class);
    }
}
